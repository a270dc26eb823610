import Diagnostics
import SiteBuild
import SiteModel

/// The calendar for programs: days in ISO 8601, in order.
struct CalendarReport {
    private struct Document: Encodable {
        let date: String?
        let until: String?
        let builds: [String]?
        let entries: [Row]?
        let late: [Row]?
        let messages: [JSONReport.Message]
    }

    private struct Row: Encodable {
        let date: String
        let build: String?
        let kind: String
        let title: String
        let file: String
        let id: String?
        let draft: Bool

        init(_ entry: SiteCalendar.Entry) {
            date = entry.date.description
            build = entry.build?.description
            kind = entry.kind.rawValue
            title = entry.title
            file = entry.file
            id = entry.id
            draft = entry.isDraft
        }
    }

    let json: String

    init(_ calendar: SiteCalendar?, diagnostics: [Diagnostic]) {
        json = JSONReport.text(
            Document(
                date: calendar?.today.description, until: calendar?.last.description,
                builds: calendar?.builds.map(\.description), entries: calendar?.entries.map(Row.init),
                late: calendar?.late.map(Row.init), messages: diagnostics.map(JSONReport.Message.init)))
    }
}
