import Diagnostics
import SiteModel

/// The columns of `export-gn2.csv` that hold opening hours: `lundi_plage1_debut`, `lundi_plage1_fin` and so on, three
/// spans a day, then public holidays.
struct WeekColumns {
    static let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jours_feries"]

    private struct Ends {
        let start: Int
        let end: Int
        /// `lundi_plage1_debut`
        let name: String
    }

    /// By day; the last are holidays.
    private let columns: [[Ends]]

    /// `nil` where the file has none of them, and, with a diagnostic, where it lacks some.
    init?(_ table: CSVTable, diagnostics: inout [Diagnostic]) {
        let names = Self.days.flatMap { day in
            (1...3).flatMap { ["\(day)_plage\($0)_debut", "\(day)_plage\($0)_fin"] }
        }
        guard names.contains(where: { table.column($0) != nil }),
            let positions = table.columns(names, diagnostics: &diagnostics)
        else { return nil }
        columns = (0..<8).map { day in
            (0..<3).map { span in
                let place = (day * 3 + span) * 2
                return Ends(start: positions[place], end: positions[place + 1], name: names[place])
            }
        }
    }

    /// Days without a span are closed; `nil` where no day has one.
    func hours(of row: CSVRow, diagnostics: inout [Diagnostic]) -> OpeningHours? {
        var days = columns.map { ends in
            var day = OpeningHours.Day()
            for ends in ends {
                if let span = span(ends, of: row, diagnostics: &diagnostics) { day.add(span) }
            }
            return day
        }
        let holidays = days.removeLast()
        guard !days.allSatisfy(\.isClosed) || !holidays.isClosed else { return nil }
        return OpeningHours(week: days, holidays: holidays)
    }

    private func span(_ ends: Ends, of row: CSVRow, diagnostics: inout [Diagnostic]) -> OpeningHours.Span? {
        if row.isEmpty(ends.start), row.isEmpty(ends.end) { return nil }
        guard let start = minutes(row, ends.start, ends, diagnostics: &diagnostics),
            let end = minutes(row, ends.end, ends, diagnostics: &diagnostics)
        else { return nil }
        if let span = OpeningHours.Span(start: start, end: end) { return span }
        // 0h00 to 0h00 is how some say « closed ».
        if start == 0, end == 0 { return nil }
        diagnostics.append(
            .valueInvalid(
                ends.name, "\(row.text(ends.start))-\(row.text(ends.end))",
                expected: "une plage dont la fin suit le début", at: row.location(ends.start)))
        return nil
    }

    private func minutes(_ row: CSVRow, _ column: Int, _ ends: Ends, diagnostics: inout [Diagnostic]) -> Int? {
        let text = row.text(column)
        if let minutes = ClockTime.minutes(text) { return minutes }
        diagnostics.append(
            text.isEmpty
                ? .error(
                    .feedRowInvalid, at: row.location(column),
                    "la plage « \(ends.name.replacing("_debut", with: "")) » n’a que l’une de ses deux heures",
                    advice: "complétez la case")
                : .valueInvalid(
                    ends.name.replacing("_debut", with: ""), text, expected: "une heure, comme 8h30",
                    at: row.location(column)))
        return nil
    }
}
