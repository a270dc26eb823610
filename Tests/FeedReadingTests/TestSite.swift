import Diagnostics
import FeedReading
import Files
import Glibc
import SiteModel

/// A few small files in memory, in place of a disk.
struct TestSite {
    var files: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - feeds: entries of `feeds.yml`: `file format`, then whatever follows as further keys.
    ///   - files: texts by their names in `content/feeds`.
    init(feeds: [String], files: [String: String]) {
        self.files["content/feeds/feeds.yml"] = Array(("feeds:\n" + feeds.map(Self.entry).joined()).utf8)
        for (name, text) in files { self.files["content/feeds/\(name)"] = Array(text.utf8) }
    }

    private static func entry(_ feed: String) -> String {
        let words = feed.split(separator: " ", maxSplits: 2).map(String.init)
        let extra = words.count > 2 ? "    \(words[2])\n" : ""
        return """
              - id: \(words[1])-\(words[0])
                file: \(words[0])
                format: \(words[1])
                title: Titre
                producer: Producteur
                licence: Licence Ouverte 2.0
                vintage: 2026
                retrieved: 2026-11-24
                nature: official

            """ + extra
    }

    func reader(departement: String = "74") -> FeedReader {
        FeedReader(departement: departement) { [files] path throws(DiskError) in
            guard let bytes = files[path] else { throw DiskError("lire", path, code: ENOENT) }
            return bytes
        }
    }

    func read(departement: String = "74") throws -> FeedRecords { try reader(departement: departement).read() }

    /// One line a fault: severity, identifier, file, the bytes that are underlined, message, advice, notes.
    func told(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { diagnostic in
            let notes = diagnostic.notes.map { " + \($0.message) \(place($0.location))" }.joined()
            return "\(diagnostic.severity) \(diagnostic.id.rawValue) \(place(diagnostic.location)): \(diagnostic.message) = \(diagnostic.advice ?? "")\(notes)"
        }
    }

    private func place(_ location: SourceLocation?) -> String {
        guard let location else { return "-" }
        let name = location.file.split(separator: "/").last.map(String.init) ?? location.file
        guard let offset = location.offset, let bytes = files[location.file] else { return name }
        let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let underlined = bytes[offset..<min(offset + location.length, bytes.count)]
        return "\(name):\(line) «\(String(decoding: underlined, as: UTF8.self))»"
    }
}

/// The header row of each official file, as it is published.
enum Header {
    static let communes = "code,name,article,postal_codes,population,arrondissement,units\n"
    static let units = "id,institution,name,telephone,address,hours\n"
    static let cogCommunes = "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
    static let cogMovements =
        "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
    static let cogArrondissements = "ARR,DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n"
    static let populations = "REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT\r\n"
    static let competence = "code_commune;libelle_commune;institution;id_service;service;code_postal;codes_postaux\n"
}
