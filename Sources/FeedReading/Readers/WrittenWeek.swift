import SiteModel

/// Hours in the words of `horaires_accueil`: `Lundi : 8h00-12h00 14h00-18h00 Mardi : Fermé … Jours fériés : 9h-12h`.
enum WrittenWeek {
    /// `nil` where a word is none of a day's name, a span or « fermé »: then the text says more than times.
    static func read(_ text: String) -> OpeningHours? {
        var days: [OpeningHours.Day?] = Array(repeating: nil, count: 8)
        var current: Int?
        var words = text.replacing("Jours fériés", with: "jours_feries").replacing("jours fériés", with: "jours_feries")
            .replacing(":", with: " ").replacing(",", with: " ").replacing("/", with: " ")
            .split(whereSeparator: \.isWhitespace)[...]
        while let word = words.popFirst() {
            if let day = WeekColumns.days.firstIndex(of: word.lowercased()) {
                current = day
                if days[day] == nil { days[day] = OpeningHours.Day() }
                continue
            }
            guard let current else { return nil }
            if word.lowercased() == "fermé" || word.lowercased() == "fermée" { continue }
            let ends = word.split(separator: "-")
            guard ends.count == 2, let start = ClockTime.minutes(ends[0]), let end = ClockTime.minutes(ends[1]),
                let span = OpeningHours.Span(start: start, end: end)
            else { return nil }
            days[current]?.add(span)
        }
        let week = days.prefix(7).map { $0 ?? OpeningHours.Day() }
        guard current != nil, !week.allSatisfy(\.isClosed) else { return nil }
        return OpeningHours(week: week, holidays: days[7])
    }
}
