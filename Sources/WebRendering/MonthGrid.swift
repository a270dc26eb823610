import French
import SiteModel
import Templates

/// A month as wall calendars show it: weeks from Monday to Sunday, each day with what takes place.
struct MonthGrid {
    /// For templates: `weeks` of `days`, each with its `number` and `events`; days of other months are empty.
    let weeks: Value

    /// - Parameter places: those of the month's events in `events`.
    init(of month: CalendarDate, _ events: [Event], _ places: Range<Int>) {
        guard let first = CalendarDate(year: month.year, month: month.month, day: 1) else {
            weeks = .list([])
            return
        }
        var days = [Value](repeating: ["number": .absent, "hasEvents": false, "events": .list([])], count: first.weekday - 1)
        var day: CalendarDate? = first
        while let date = day, date.month == first.month {
            // A month that is told without its days has no place on one of them.
            let own = places.filter { events[$0].date <= date && date <= events[$0].lastDate && !events[$0].isMonthAlone }
            days.append([
                "number": .text("\(date.day)"), "hasEvents": .bool(!own.isEmpty),
                "events": .list(own.map { Self.link($0, to: events[$0], on: date) }),
            ])
            day = date.adding(days: 1)
        }
        while days.count % 7 != 0 { days.append(["number": .absent, "hasEvents": false, "events": .list([])]) }
        weeks = .list(stride(from: 0, to: days.count, by: 7).map { ["days": .list(Array(days[$0..<($0 + 7)]))] })
    }

    /// Of the event at `place` in the list beside the grid.
    static func anchor(_ place: Int) -> String { "rendez-vous-\(place + 1)" }

    private static func link(_ place: Int, to event: Event, on date: CalendarDate) -> Value {
        let hour = event.date == date ? event.start.map { FrenchText.time(minutes: $0) } : nil
        return [
            "anchor": .text(anchor(place)), "hour": .text(hour ?? "jour"),
            "label": .text("\(FrenchText.weekdayDate(date))\u{A0}: \(Typography.apply(event.title))"),
        ]
    }
}
