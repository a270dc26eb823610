import Diagnostics
import Files
import French
import SiteModel

/// Characters that no font of print has: which they are, and the texts that hold them.
struct MissingSigns {
    /// Below which the texts and feeds are.
    let content: String
    /// By character: what was to be printed with it, in order.
    private var subjects: [UInt32: [String]] = [:]

    init(content: String) { self.content = content }

    mutating func add(_ signs: [UInt32], of subject: String) {
        for sign in signs where subjects[sign]?.last != subject { subjects[sign, default: []].append(subject) }
    }

    /// One warning for each text that holds some; one for those that stand in no text as they are.
    func diagnostics(of site: Site) -> [Diagnostic] {
        guard !subjects.isEmpty else { return [] }
        var waiting = Set(subjects.keys)
        var found: [Diagnostic] = []
        let texts = Self.printedFiles(of: site)
        for file in texts { found += warning(at: file, &waiting, isLast: false) }
        for file in texts where !waiting.isEmpty { forget(&waiting, in: file) }
        if !waiting.isEmpty {
            for path in (try? Files.tree(below: content)) ?? [] where Self.isText(path) {
                let file = "\(content)/\(path)"
                if !texts.contains(file) { found += warning(at: file, &waiting, isLast: true) }
            }
        }
        if !waiting.isEmpty {
            let communes = waiting.sorted().compactMap { subjects[$0]?.first }.prefix(1).joined()
            found.append(.warning(.signMissing, "\(communes) : \(Self.message(waiting.sorted()))", advice: Self.advice))
        }
        return found
    }

    private func warning(at file: String, _ waiting: inout Set<UInt32>, isLast: Bool) -> [Diagnostic] {
        guard let bytes = try? Files.read(file) else { return [] }
        let text = String(decoding: bytes, as: UTF8.self)
        var signs: [UInt32] = []
        var first: (offset: Int, length: Int)?
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            if scalar.value > 0x7F, subjects[scalar.value] != nil, !isLast || waiting.contains(scalar.value) {
                if first == nil { first = (offset, length) }
                if !signs.contains(scalar.value) { signs.append(scalar.value) }
            }
            offset += length
        }
        guard let first else { return [] }
        if isLast { waiting.subtract(signs) }
        let place = SourceLocation(file: file, offset: first.offset, length: first.length)
        return [.warning(.signMissing, at: place, Self.message(signs), advice: Self.advice)]
    }

    private func forget(_ waiting: inout Set<UInt32>, in file: String) {
        guard let bytes = try? Files.read(file) else { return }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { waiting.remove(scalar.value) }
    }

    private static let mostSigns = 5
    private static let advice =
        "remplacez ce qui manque par des mots, ou ajoutez à « fonts.json », avec les gabarits d’impression, une police qui l’a"

    private static func message(_ signs: [UInt32]) -> String {
        let shown = signs.prefix(mostSigns).compactMap(Unicode.Scalar.init).map { scalar in
            "« \(scalar) » (U+\(String(scalar.value, radix: 16, uppercase: true)))"
        }
        if signs.count == 1 {
            return "le signe \(shown.joined()) n’est dans aucune police d’impression : ce qui est imprimé s’en passe"
        }
        let rest = signs.count - shown.count
        let others = rest > 0 ? [FrenchText.count(rest, "autre", "autres")] : []
        return "les signes \(FrenchText.list(shown + others)) ne sont dans aucune police d’impression : ce qui est imprimé s’en passe"
    }

    /// Texts that are printed, or may be.
    private static func printedFiles(of site: Site) -> [String] {
        let notes = site.communeNotes.keys.sorted().compactMap { site.communeNotes[$0]?.file }
        return site.editions.flatMap { [$0.page.file] + $0.featured } + site.alerts.map(\.page.file) + notes
    }

    private static func isText(_ path: String) -> Bool {
        [".yml", ".md", ".csv", ".ics", ".xml", ".cap", ".json", ".geojson"].contains { path.hasSuffix($0) }
    }
}
