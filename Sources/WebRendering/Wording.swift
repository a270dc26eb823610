import French
import SiteModel
import Templates

/// Values of the site → what templates take: French words, and the form for machines beside them.
enum Wording {
    /// What `<time>` takes: the day for machines and for people.
    static func time(_ date: CalendarDate, weekday: Bool = false) -> Value {
        [
            "iso": .text(date.description),
            "text": .text(weekday ? FrenchText.weekdayDate(date) : FrenchText.date(date)),
        ]
    }

    /// A day, with its time where it has one.
    static func time(_ moment: LocalMoment) -> Value { ["iso": .text(moment.description), "text": .text(FrenchText.moment(moment))] }

    static func time(_ date: CalendarDate?) -> Value {
        guard let date else { return .absent }
        return time(date)
    }

    static func proofreading(_ reading: Proofreading?) -> Value {
        guard let reading else { return .absent }
        return ["function": .text(reading.function), "date": time(reading.date)]
    }

    /// `novembre 2026`
    static func month(_ date: CalendarDate) -> String {
        let name = FrenchText.month(date.month)
        return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(date.year)"
    }

    /// `de 9 h à 12 h 30`; `nil` for a whole day.
    static func hours(from start: Int?, to end: Int?) -> String? {
        guard let start else { return nil }
        guard let end else { return "à \(FrenchText.time(minutes: start))" }
        return FrenchText.timeRange(start, end)
    }

    /// `102 ko`, `1,4 Mo`
    static func size(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1000))\u{A0}ko" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(FrenchText.number(tenths / 10)),\(tenths % 10)\u{A0}Mo"
    }

    /// `les élus et les secrétariats de mairie`; `nil` for none.
    static func audience(_ audience: [Audience]) -> String? {
        guard !audience.isEmpty else { return nil }
        return FrenchText.list(
            audience.map { reader in
                switch reader {
                case .élu: "les élus"
                case .secrétariat: "les secrétariats de mairie"
                case .habitant: "les habitants"
                }
            })
    }

    /// A link to call and the number as people read it; absent when there is none.
    static func telephone(_ number: String?) -> Value {
        guard let number, let href = FrenchText.telephoneURI(number) else { return .absent }
        return ["href": .text(href), "text": .text(FrenchText.telephone(number))]
    }
}
