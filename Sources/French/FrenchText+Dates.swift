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
        let day = "\(date.day)"
        let forms = ["\(day) \(month(date.month))", "\(day)er \(month(date.month))", "\(day)/\(date.month)", "\(two(date.day))/\(two(date.month))"]
        return says(forms, text)
    }

    /// Whether a text says this moment: its day, and its hour where it has one.
    public static func tells(_ moment: LocalMoment, in text: String) -> Bool {
        guard tells(moment.day, in: text) else { return false }
        guard let (hour, rest) = moment.minute.map({ ($0 / 60, $0 % 60) }) else { return true }
        var forms = ["\(hour):\(two(rest))", "\(hour)h\(two(rest))", "\(hour) h \(two(rest))"]
        if rest == 0 { forms += ["\(hour)h", "\(hour) h", "\(hour) heure"] }
        if (hour, rest) == (12, 0) { forms.append("midi") }
        return says(forms, text)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func says(_ forms: [String], _ text: String) -> Bool {
        let text = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }).lowercased()
        return forms.contains { stands($0, in: text) }
    }

    /// Whether a form stands in a text apart from other figures: « 131 mars » is not the 31st, « 31/1 » no day of November,
    /// « 18 h 30 » not 18 h.
    private static func stands(_ form: String, in text: String) -> Bool {
        var rest = text[...]
        while let found = rest.firstRange(of: form) {
            let isStart = found.lowerBound == text.startIndex || !text[text.index(before: found.lowerBound)].isNumber
            let after = text[found.upperBound...]
            let isHour = form.hasSuffix("h")
            let isEnd = !((isHour ? after.drop { $0 == " " } : after).first?.isNumber ?? false)
            if isStart, isEnd { return true }
            rest = after
        }
        return false
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
