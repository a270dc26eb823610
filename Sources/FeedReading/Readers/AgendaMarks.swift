import Diagnostics
import SiteModel

/// The columns that a table of the agenda may have besides its own: `id`, `updated`, `status` and `public`.
struct AgendaMarks {
    private let id: Int?
    private let updated: Int?
    private let status: Int?
    private let isPublic: Int?

    init(_ table: CSVTable) {
        id = table.column("id")
        updated = table.column("updated")
        status = table.column("status")
        isPublic = table.column("public")
    }

    /// What they say of one row.
    struct Row {
        var id = ""
        var updated: CalendarDate?
        var isCancelled = false
        var isPublic = false

        /// Days since this one make the revision: a later change has a greater one, without a count to be kept.
        private static let firstDay = CalendarDate(year: 2020, month: 1, day: 1)?.dayNumber ?? 0

        func apply(to event: inout Event) {
            if !id.isEmpty { event.identity = "id \(id)" }
            event.changed = updated
            event.isCancelled = isCancelled
            event.isPublic = isPublic
            event.revision = max(0, (updated?.dayNumber ?? 0) - Self.firstDay) + (isCancelled ? 1 : 0)
        }
    }

    func read(_ row: CSVRow, diagnostics: inout [Diagnostic]) -> Row {
        var found = Row()
        if let id { found.id = row.text(id) }
        if let updated, !row.isEmpty(updated) {
            found.updated = CalendarDate(iso: row.text(updated))
            if found.updated == nil { diagnostics.append(.dateInvalid(row.text(updated), at: row.location(updated))) }
        }
        found.isCancelled = isMarked(
            row, status, "status", yes: ["annulé", "annulée"], no: ["confirmé", "confirmée"], diagnostics: &diagnostics)
        found.isPublic = isMarked(row, isPublic, "public", yes: ["oui"], no: ["non"], diagnostics: &diagnostics)
        return found
    }

    /// Whether the cell says the first of two words; an empty one says the second.
    private func isMarked(
        _ row: CSVRow, _ column: Int?, _ name: String, yes: [String], no: [String], diagnostics: inout [Diagnostic],
    ) -> Bool {
        guard let column, !row.isEmpty(column) else { return false }
        let word = row.text(column).lowercased()
        if yes.contains(word) { return true }
        if !no.contains(word) {
            diagnostics.append(
                .valueInvalid(
                    name, row.text(column), expected: "« \(yes[0]) » ou « \(no[0]) »", at: row.location(column),
                    advice: Suggestion.closest(to: word, in: yes + no).map { "vouliez-vous dire « \($0) » ?" }))
        }
        return false
    }
}
