import Calendar
import Diagnostics
import Files
import SiteModel

extension FeedReader {
    /// Recurring events are announced for a year.
    static let announcedDays = 366

    /// The events of `content/agenda/*.csv` and `*.ics`, in order of time, then in that of the files.
    ///
    /// - Parameters:
    ///   - paths: the files, as messages show them.
    ///   - communes: today's communes; `nil` where they are not known, and no code is looked up.
    ///   - today: recurring events are expanded from this day on.
    ///   - zone: the site's own, by its IANA name.
    public func agenda(
        _ paths: [String], communes: [Commune]?, today: CalendarDate, zone: String,
    ) throws(DiskError) -> (events: [Event], diagnostics: [Diagnostic]) {
        let codes = communes.map { Set($0.map(\.code)) }
        let calendars = CalendarReader(
            zone: zone, window: Self.firstOfMonth(today)...(today.adding(days: Self.announcedDays) ?? today))
        var events: [Event] = []
        var diagnostics: [Diagnostic] = []
        for path in paths {
            guard let bytes = try folder.contents(of: path, diagnostics: &diagnostics) else { continue }
            let first = events.count
            if path.hasSuffix(".ics") {
                let (found, faults) = calendars.read(bytes, file: path)
                diagnostics += faults
                events += AgendaCalendar(found, filter: filter, communes: codes, diagnostics: &diagnostics).events
            } else if let table = CSVTable(bytes, file: path, isDeclared: false, diagnostics: &diagnostics),
                let agenda = AgendaTable(table, filter: filter, communes: codes, diagnostics: &diagnostics)
            {
                events += agenda.events
            }
            for index in first..<events.count { events[index].file = path }
        }
        identify(&events)
        // A whole day comes before its hours. `enumerated` keeps the order of rows among equals.
        let ordered = events.enumerated().sorted { left, right in
            (left.element.date.dayNumber, left.element.start ?? -1, left.offset)
                < (right.element.date.dayNumber, right.element.start ?? -1, right.offset)
        }
        return (ordered.map(\.element), diagnostics)
    }
    /// An immersion that is told by its month stays until the month ends: its going away would tell its day.
    private static func firstOfMonth(_ day: CalendarDate) -> CalendarDate {
        CalendarDate(year: day.year, month: day.month, day: 1) ?? day
    }

    /// Gives an identity to those whose agenda gives none: kind, day and communes, so that title, place and hours may
    /// change. Those of one day and the same communes are told apart by their order.
    private func identify(_ events: inout [Event]) {
        var counts: [String: Int] = [:]
        let order = events.indices.sorted { (events[$0].start ?? -1, $0) < (events[$1].start ?? -1, $1) }
        for index in order where events[index].identity.isEmpty {
            let event = events[index]
            let codes = event.communes.map(\.text).sorted().joined(separator: "-")
            let key = "\(event.kind.rawValue) \(event.date) \(codes)"
            counts[key, default: 0] += 1
            events[index].identity = "\(key) \(counts[key] ?? 1)"
        }
    }
}
