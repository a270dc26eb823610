import Diagnostics
import SiteModel

/// A table of permanences, immersions and meetings (`content/agenda/*.csv`), as an editor keeps it in a spreadsheet:
///
///     kind,title,date,start,end,place,communes
///     permanence,Permanence de la brigade,2026-12-03,9h30,12:00,Mairie,74010 74011
///
/// `kind` is *permanence*, *immersion* or *réunion* (*meeting*); without `start` the event lasts the whole day;
/// without `communes` it is for the whole département. Columns that may be there: `id`, which stays when all else
/// changes; `updated`, the day of the last change; `status`, *annulé*; `public`, *oui* for an immersion whose day and
/// place everyone may read.
struct AgendaTable {
    private(set) var events: [Event] = []

    /// - Parameter communes: today's communes; `nil` where they are not known, and no code is looked up.
    init?(
        _ table: CSVTable, filter: DepartementFilter, communes: Set<INSEECode>?, diagnostics: inout [Diagnostic],
    ) {
        let names = ["kind", "title", "date", "start", "end", "place", "communes"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (kind, title, date, start) = (columns[0], columns[1], columns[2], columns[3])
        let (end, place, codes) = (columns[4], columns[5], columns[6])
        let more = AgendaMarks(table)
        table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let meantKind = Self.kind(row, kind, diagnostics: &diagnostics)
            let name = row.name(title, column: "title", diagnostics: &diagnostics)
            let day = Self.date(row, date, diagnostics: &diagnostics)
            let venue = row.plainText(place, column: "place", diagnostics: &diagnostics)
            let hours = Self.hours(row, start, end, diagnostics: &diagnostics)
            let invited = Self.communes(row, codes, filter, communes, diagnostics: &diagnostics)
            let marks = more.read(row, diagnostics: &diagnostics)
            guard let meantKind, let day else { return }
            var event = Event(
                kind: meantKind, title: name, date: day, start: hours.start, end: hours.end,
                place: venue, communes: invited)
            marks.apply(to: &event)
            events.append(event)
        }
    }

    private static func kind(_ row: CSVRow, _ column: Int, diagnostics: inout [Diagnostic]) -> Event.Kind? {
        let text = row.text(column)
        if let kind = Event.Kind(word: text) { return kind }
        let meant = Suggestion.closest(to: text, in: ["permanence", "immersion", "réunion"])
        diagnostics.append(
            .valueInvalid(
                "kind", text, expected: "« permanence », « immersion » ou « réunion »", at: row.location(column),
                advice: meant.map { "vouliez-vous dire « \($0) » ?" }))
        return nil
    }

    private static func date(_ row: CSVRow, _ column: Int, diagnostics: inout [Diagnostic]) -> CalendarDate? {
        let text = row.text(column)
        if let date = CalendarDate(iso: text) { return date }
        diagnostics.append(.dateInvalid(text, at: row.location(column)))
        return nil
    }

    private static func hours(
        _ row: CSVRow, _ startColumn: Int, _ endColumn: Int, diagnostics: inout [Diagnostic],
    ) -> (start: Int?, end: Int?) {
        let start = hour(row, startColumn, "start", diagnostics: &diagnostics)
        let end = hour(row, endColumn, "end", diagnostics: &diagnostics)
        guard let end else { return (start, nil) }
        guard let start else {
            if row.isEmpty(startColumn) {
                diagnostics.append(
                    .error(
                        .feedRowInvalid, at: row.location(endColumn), "une heure de fin sans heure de début",
                        advice: "écrivez l’heure de début, ou retirez l’heure de fin"))
            }
            return (nil, nil)
        }
        if end <= start {
            diagnostics.append(
                .error(
                    .feedRowInvalid, at: row.location(endColumn), "l’heure de fin n’est pas après l’heure de début",
                    advice: "corrigez l’une des deux"))
            return (start, nil)
        }
        return (start, end)
    }

    private static func hour(
        _ row: CSVRow, _ column: Int, _ name: String, diagnostics: inout [Diagnostic],
    ) -> Int? {
        if row.isEmpty(column) { return nil }
        if let minutes = Self.minutes(row.text(column)) { return minutes }
        diagnostics.append(
            .valueInvalid(
                name, row.text(column), expected: "une heure", at: row.location(column),
                advice: "écrivez-la comme 9:00 ou 9h30"))
        return nil
    }

    /// `9:00`, `9h30`, `9 h 30`, `9h` → minutes after midnight.
    static func minutes(_ text: String) -> Int? {
        let compact = text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
        let parts = compact.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "H" }
        guard parts.count == 2, (1...2).contains(parts[0].count), let hour = number(parts[0]), hour < 24 else {
            return nil
        }
        if parts[1].isEmpty { return compact.last == ":" ? nil : hour * 60 }
        guard parts[1].count == 2, let minute = number(parts[1]), minute < 60 else { return nil }
        return hour * 60 + minute
    }

    private static func number(_ digits: some Sequence<Unicode.Scalar>) -> Int? {
        var value = 0
        for digit in digits {
            guard ("0"..."9").contains(digit) else { return nil }
            value = value * 10 + Int(digit.value - 0x30)
        }
        return value
    }

    private static func communes(
        _ row: CSVRow, _ column: Int, _ filter: DepartementFilter, _ known: Set<INSEECode>?,
        diagnostics: inout [Diagnostic],
    ) -> [INSEECode] {
        var codes: [INSEECode] = []
        for word in row.words(column) {
            guard let code = INSEECode(word.text) else {
                diagnostics.append(.codeInvalid(word.text, filter, at: word.location))
                continue
            }
            guard filter.place(of: word.text) == .here(code) else {
                diagnostics.append(.codeForeign(word.text, departement: filter.departement, at: word.location))
                continue
            }
            if let known, !known.contains(code) {
                diagnostics.append(.codeUnknown(code, among: known, at: word.location))
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }
}
