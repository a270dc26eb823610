public import SiteModel

extension FrenchText {
    /// Days that keep the same hours.
    public struct HoursLine: Sendable, Hashable {
        /// `du lundi au vendredi`, `le samedi`, `dimanche et jours fériés`
        public let days: String
        /// `8 h – 12 h et 14 h – 18 h`, `fermé`
        public let times: String
    }

    /// The hours of a week, days that keep the same ones together, in the order of the first of them, closed days
    /// last; holidays that keep Sunday's are named with it. Empty where only a comment is known.
    public static func hoursLines(_ hours: OpeningHours) -> [HoursLine] {
        groups(hours).map { group in
            HoursLine(days: group.days(isAlone: true), times: times(group.day))
        }
    }

    /// The same in one sentence, without a final stop: `du lundi au vendredi, 8 h – 12 h et 14 h – 18 h ; fermé le
    /// samedi et le dimanche ; jours fériés : 9 h – 12 h`. Closed days that are many are left to be understood; the comment
    /// comes last.
    public static func hours(_ hours: OpeningHours) -> String {
        let groups = groups(hours)
        // A comma cannot part the days from their times where it parts days.
        let hasLists = groups.contains {
            !$0.day.isClosed && $0.weekdays.count < 7 && $0.days(isAlone: false).contains(",")
        }
        var clauses = groups.compactMap { group -> String? in
            if group.day.isClosed { return group.closedDays.map { "fermé \($0)" } }
            let colon = hasLists || group.weekdays.isEmpty
            return "\(group.days(isAlone: false))\(colon ? "\u{A0}:" : ",") \(times(group.day))"
        }
        if !hours.comment.isEmpty { clauses.append(Typography.apply(hours.comment)) }
        return clauses.joined(separator: "\u{202F}; ")
    }

    private static func times(_ day: OpeningHours.Day) -> String {
        let note = Typography.apply(day.note)
        if day.spans.isEmpty { return day.note.isEmpty ? "fermé" : note }
        let times = day.spans == [.wholeDay]
            ? "24\u{A0}h sur\u{A0}24"
            : list(day.spans.map { "\(time(minutes: $0.start))\u{A0}–\u{A0}\(time(minutes: $0.end))" })
        return day.note.isEmpty ? times : "\(times) (\(note))"
    }

    private static func groups(_ hours: OpeningHours) -> [DayGroup] {
        var groups: [DayGroup] = []
        if !hours.week.allSatisfy(\.isClosed) {
            for (weekday, day) in hours.week.enumerated() {
                if let place = groups.firstIndex(where: { $0.day == day }) {
                    groups[place].weekdays.append(weekday)
                } else {
                    groups.append(DayGroup(day: day, weekdays: [weekday]))
                }
            }
        }
        groups = groups.filter { !$0.day.isClosed } + groups.filter(\.day.isClosed)
        guard let holidays = hours.holidays else { return groups }
        if let place = groups.firstIndex(where: { $0.day == holidays && $0.weekdays.last == 6 }) {
            groups[place].hasHolidays = true
        } else {
            groups.append(DayGroup(day: holidays, weekdays: [], hasHolidays: true))
        }
        return groups
    }
}

/// Days of the week, from 0 for Monday, and perhaps holidays, that keep the same hours.
private struct DayGroup {
    let day: OpeningHours.Day
    var weekdays: [Int]
    var hasHolidays = false

    /// `du lundi au vendredi`, `tous les jours`, `mardi et jeudi`, `le samedi`, `dimanche et jours fériés`.
    /// - Parameter isAlone: at the head of a row, where a lone day takes no article.
    func days(isAlone: Bool) -> String {
        if weekdays.isEmpty { return "jours fériés" }
        if weekdays.count == 7 { return hasHolidays ? "tous les jours, jours fériés compris" : "tous les jours" }
        if runs.contains(where: { $0.count > 2 }) { return FrenchText.list(names + (hasHolidays ? ["les jours fériés"] : [])) }
        let days = weekdays.map { FrenchText.weekday($0 + 1) } + (hasHolidays ? ["jours fériés"] : [])
        return days.count == 1 && !isAlone ? "le \(days[0])" : FrenchText.list(days)
    }

    /// After *fermé*: `du samedi au lundi`, `le dimanche et les jours fériés`, `tous les jours`; `nil` where days that
    /// are open tell it better than a list of all others.
    var closedDays: String? {
        if weekdays.count == 7 { return days(isAlone: false) }
        let names = names.count > 2 ? [] : names
        let all = names + (hasHolidays ? ["les jours fériés"] : [])
        return all.isEmpty ? nil : FrenchText.list(all)
    }

    /// `du lundi au jeudi`, `le samedi`: three days or more that follow one another are named by the first and the last.
    private var names: [String] {
        runs.flatMap { run in
            run.count > 2
                ? ["du \(FrenchText.weekday(run[0] + 1)) au \(FrenchText.weekday(run[run.count - 1] + 1))"]
                : run.map { "le \(FrenchText.weekday($0 + 1))" }
        }
    }

    /// Days that follow one another.
    private var runs: [[Int]] {
        weekdays.reduce(into: []) { runs, day in
            if let last = runs.last?.last, last == day - 1 {
                runs[runs.count - 1].append(day)
            } else {
                runs.append([day])
            }
        }
    }
}
