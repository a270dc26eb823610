import BulletinRendering
import Diagnostics
import Files
import FoundationEssentials
import French
import Gzip
import SiteModel

/// `content/bulletins/<edition>.frozen.ndjson.gz`: gzip over lines of JSON. The first says what the file is; then comes a
/// line for each job, then one for each twin, in the order of the communes' codes.
enum FrozenFile {
    /// The form of the file. Raised where an older Crieur could no longer read it.
    static let version = 1

    static func path(of edition: Edition) -> String {
        "\(edition.page.file.dropLast(".md".utf8.count)).frozen.ndjson.gz"
    }

    static func path(of id: Edition.ID, below root: String) -> String { "\(root)/bulletins/\(id).frozen.ndjson.gz" }

    struct Header: Codable {
        let version: Int
        let edition: String
        let date: String
        let templates: [String: String]
    }

    private struct JobHead: Decodable {
        let job: String
        let document: String
        let id: String
    }

    private struct TwinLine: Decodable {
        let twin: String
        let sensitive: Bool
        let body: String
        let sources: String
    }

    /// `nil` where the edition is not frozen, and, with a diagnostic, where its file cannot be used.
    static func read(of edition: Edition, into diagnostics: inout [Diagnostic]) throws(DiskError) -> FrozenEdition? {
        let file = path(of: edition)
        guard Files.kind(of: file) == .file, let packed = try SourceFile.read(file, into: &diagnostics) else { return nil }
        switch parse(packed, file: file, edition: edition) {
        case .success(let frozen): return frozen
        case .failure(let fault):
            diagnostics.append(.error(.frozenFile, at: SourceLocation(file: file), fault.message, advice: fault.advice))
            return nil
        }
    }

    private struct Fault: Error {
        let message: String
        let advice: String

        static func damaged(_ edition: Edition, _ what: String) -> Fault {
            Fault(
                message: "le fichier qui fige l’édition « \(edition.id) » est abîmé : \(what)",
                advice: "reprenez-le dans l’historique du projet, ou refaites-le par « crieur bulletin freeze \(edition.id) --force »")
        }
    }

    private static func parse(_ packed: [UInt8], file: String, edition: Edition) -> Result<FrozenEdition, Fault> {
        guard let bytes = Gzip.unpack(packed) else {
            return .failure(.damaged(edition, "ce n’est pas un fichier gzip entier"))
        }
        let lines = bytes.split(separator: 0x0A)
        guard let first = lines.first, let header = try? JSONDecoder().decode(Header.self, from: Data(first)),
            let date = CalendarDate(iso: header.date)
        else { return .failure(.damaged(edition, "sa première ligne n’est pas celle d’une édition figée")) }
        guard header.version <= version else {
            return .failure(
                Fault(
                    message: "l’édition « \(edition.id) » a été figée par une version plus récente de Crieur",
                    advice: "mettez Crieur à jour"))
        }
        guard header.edition == edition.id else {
            return .failure(
                Fault(
                    message: "ce fichier fige l’édition « \(header.edition) », pas « \(edition.id) »",
                    advice: "rendez-lui son nom, « \(header.edition).frozen.ndjson.gz »"))
        }
        var jobs: [String: [INSEECode: FrozenEdition.Job]] = [:]
        var twins: [INSEECode: FrozenEdition.Twin] = [:]
        for (index, line) in lines.enumerated().dropFirst() {
            if let (document, code, job) = self.job(line) {
                jobs[document, default: [:]][code] = job
            } else if let (code, twin) = twin(line) {
                twins[code] = twin
            } else {
                return .failure(.damaged(edition, "sa ligne \(index + 1) n’est pas lisible"))
            }
        }
        return .success(FrozenEdition(file: file, date: date, templates: header.templates, jobs: jobs, twins: twins))
    }

    /// The job itself goes to the workers as it stands: it is not read.
    private static func job(_ line: ArraySlice<UInt8>) -> (String, INSEECode, FrozenEdition.Job)? {
        let mark = Array(",\"data\":".utf8)
        guard let start = line.indices.prefix(200).first(where: { line[$0...].starts(with: mark) }), line.last == UInt8(ascii: "}"),
            let head = try? JSONDecoder().decode(JobHead.self, from: Data(line[..<start] + [UInt8(ascii: "}")])),
            let code = INSEECode(head.job),
            let opening = PrintJob.opening(of: line[(start + mark.count)...].dropLast())
        else { return nil }
        return (head.document, code, FrozenEdition.Job(id: head.id, opening: opening))
    }

    private static func twin(_ line: ArraySlice<UInt8>) -> (INSEECode, FrozenEdition.Twin)? {
        guard let twin = try? JSONDecoder().decode(TwinLine.self, from: Data(line)), let code = INSEECode(twin.twin) else {
            return nil
        }
        return (
            code,
            FrozenEdition.Twin(body: Array(twin.body.utf8), sources: Array(twin.sources.utf8), isSensitive: twin.sensitive)
        )
    }

    /// Every commune that gets a bulletin of a frozen edition is in its file.
    static func gaps(in site: Site) -> [Diagnostic] {
        site.editions.compactMap { edition in
            guard let frozen = edition.frozen else { return nil }
            let jobs = frozen.jobs[PrintDocument.bulletin.rawValue] ?? [:]
            let lacking = site.communes.filter {
                edition.covers($0) && (jobs[$0.code] == nil || frozen.twins[$0.code] == nil)
            }
            guard !lacking.isEmpty else { return nil }
            return .error(
                .frozenFile, at: SourceLocation(file: frozen.file),
                "l’édition « \(edition.id) » est figée sans le bulletin de : \(CommuneNames.list(lacking.map(\.name)))",
                advice: "restreignez « territory » dans « \(edition.page.file) », ou refaites ce fichier par "
                    + "« crieur bulletin freeze \(edition.id) --force »")
        }
    }
}
