import Diagnostics
import SiteBuild
import SiteModel

/// The registry for programs.
struct FactReport {
    private struct Document: Encodable {
        let date: String?
        let facts: [Row]?
        let messages: [JSONReport.Message]
    }

    private struct Row: Encodable {
        let id: String
        let kind: String
        let value: String
        let label: String
        let reference: String?
        let source: String
        let sourceUrl: String?
        let status: String
        let state: String
        let vital: Bool
        let checked: String?
        let nextReview: String?
        let from: String?
        let until: String?
        let file: String
        let texts: [Text]
        let prints: [Print]
    }

    private struct Text: Encodable {
        let file: String
        let published: Bool
    }

    private struct Print: Encodable {
        let name: String
        let addresses: [String]
    }

    let json: String

    init(_ list: FactList?, diagnostics: [Diagnostic]) {
        let document = Document(
            date: list?.today.description, facts: list?.rows.map(Self.row),
            messages: diagnostics.map(JSONReport.Message.init))
        json = JSONReport.text(document)
    }

    private static func row(_ row: FactList.Row) -> Row {
        let fact = row.fact
        let state =
            switch row.state {
            case .sound: "sound"
            case .overdue: "overdue"
            case .toCheck: "to-check"
            case .unused: "unused"
            case .notYet: "not-yet"
            case .over: "over"
            }
        return Row(
            id: fact.id, kind: fact.kind.rawValue, value: fact.value, label: fact.label, reference: fact.reference, source: fact.source,
            sourceUrl: fact.sourceURL, status: fact.status.rawValue, state: state, vital: fact.isVital, checked: fact.checked?.description,
            nextReview: fact.nextReview?.description, from: fact.from?.description, until: fact.until?.description, file: fact.file,
            texts: row.texts.map { Text(file: $0.file, published: $0.isPublished) },
            prints: row.prints.map { Print(name: $0.name, addresses: $0.routes.map(\.path)) })
    }
}
