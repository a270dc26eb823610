import SiteModel

extension FrenchText {
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

    /// `24 novembre 2026`, `1er décembre 2026`
    public static func date(_ date: CalendarDate) -> String {
        "\(date.day)\(date.day == 1 ? "er" : "")\u{A0}\(month(date.month)) \(date.year)"
    }

    /// Whether a text says this day, in words or in figures, with or without its year.
    public static func tells(_ date: CalendarDate, in text: String) -> Bool {
        let text = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }).lowercased()
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let forms = ["\(date.day) \(month(date.month))", "\(date.day)er \(month(date.month))", "\(date.day)/\(date.month)", "\(two(date.day))/\(two(date.month))"]
        return forms.contains { form in
            var rest = text[...]
            while let found = rest.firstRange(of: form) {
                // « 131 mars » is not the 31st, nor « 31/1 » a day of November.
                let isDay = found.lowerBound == text.startIndex || !text[text.index(before: found.lowerBound)].isNumber
                let isMonth = found.upperBound == text.endIndex || !text[found.upperBound].isNumber
                if isDay, isMonth { return true }
                rest = rest[found.upperBound...]
            }
            return false
        }
    }

    /// `mardi 24 novembre 2026`
    public static func weekdayDate(_ date: CalendarDate) -> String {
        "\(weekdays[date.weekday - 1]) \(Self.date(date))"
    }

    /// 1 → `lundi`, 7 → `dimanche`; "" for any other number.
    public static func weekday(_ number: Int) -> String {
        weekdays.indices.contains(number &- 1) ? weekdays[number - 1] : ""
    }

    /// `janvier 2027`
    public static func monthOfYear(_ date: CalendarDate) -> String { "\(month(date.month))\u{A0}\(date.year)" }

    /// 1 → `janvier`, 12 → `décembre`; "" for any other number.
    public static func month(_ number: Int) -> String {
        months.indices.contains(number &- 1) ? months[number - 1] : ""
    }

    /// Minutes after midnight: 540 → `9 h`, 570 → `9 h 30`, 545 → `9 h 05`.
    public static func time(minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        if minute == 0 { return "\(hour)\u{A0}h" }
        return "\(hour)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
    }

    /// `de 9 h à 11 h 30`, from minutes after midnight.
    public static func timeRange(_ start: Int, _ end: Int) -> String {
        "de \(time(minutes: start)) à \(time(minutes: end))"
    }
}
