import CICal
import Diagnostics
import SiteModel

extension EventDraft {
    /// So many steps of a recurrence rule are followed, from its first day to the end of the window.
    private static let mostSteps = 50_000

    /// `nil` for an event without a time in the window, or whose recurrence is refused.
    func event(
        window: ClosedRange<CalendarDate>, without replaced: Set<Instance>, diagnostics: inout [Diagnostic],
    ) -> CalendarEvent? {
        let title = Self.oneLine(component.text(ICAL_SUMMARY_PROPERTY) ?? "")
        if title.isEmpty {
            diagnostics.append(
                .calendarEvent(at: lines.location(of: "SUMMARY"), "cet événement n’a pas de titre (SUMMARY)"))
        }
        var occurrences: [CalendarEvent.Occurrence] = []
        if let moments = moments(window, diagnostics: &diagnostics) {
            let excluded = excluded()
            for moment in moments.sorted() where !excluded.contains(moment) && !excluded.contains(day(of: moment)) {
                if replaces == nil, replaced.contains(Instance(uid: uid, moment: moment)) { continue }
                guard var occurrence = occurrence(moment) else { continue }
                occurrence.original = original(of: moment)
                if occurrences.last != occurrence { occurrences.append(occurrence) }
            }
        }
        guard !occurrences.isEmpty else { return nil }
        return CalendarEvent(
            uid: uid, sequence: sequence, changed: changed, title: title, place: Self.oneLine(component.text(ICAL_LOCATION_PROPERTY) ?? ""), categories: categories,
            status: status, occurrences: occurrences, location: lines.location(of: "BEGIN"),
            categoriesLocation: lines.location(of: "CATEGORIES"))
    }

    /// All times at which it starts; `nil` where a rule is refused.
    private func moments(_ window: ClosedRange<CalendarDate>, diagnostics: inout [Diagnostic]) -> Set<Moment>? {
        guard let first = Self.moment(start, zone) else { return nil }
        let rules = component.properties(ICAL_RRULE_PROPERTY)
        let dates = component.properties(ICAL_RDATE_PROPERTY)
        guard replaces == nil, !rules.isEmpty || !dates.isEmpty else { return [first] }
        var found: Set<Moment> = rules.isEmpty ? [first] : []
        for property in dates {
            let value = icalproperty_get_rdate(property.pointer)
            var time = icaltime_is_null_time(value.time) != 0 ? value.period.start : value.time
            if time.zone == nil { time.zone = start.zone }
            if let moment = Self.moment(time, zone) { found.insert(moment) }
        }
        for property in rules {
            guard expand(icalproperty_get_rrule(property.pointer), window, into: &found) else {
                diagnostics.append(
                    .calendarEvent(
                        at: lines.location(of: "RRULE"),
                        "cette répétition revient plus d’une fois par jour, ou depuis trop longtemps",
                        advice: "répétez l’événement par jour, semaine, mois ou année, à partir d’une date proche"))
                return nil
            }
        }
        return found.filter { moment in
            guard let occurrence = occurrence(moment) else { return false }
            return occurrence.lastDay >= window.lowerBound && occurrence.firstDay <= window.upperBound
        }
    }

    /// Whether the rule could be followed to the end of the window.
    private func expand(
        _ rule: icalrecurrencetype, _ window: ClosedRange<CalendarDate>, into found: inout Set<Moment>,
    ) -> Bool {
        let frequencies = [ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_YEARLY_RECURRENCE]
        guard frequencies.contains(rule.freq), let steps = icalrecur_iterator_new(rule, start) else { return false }
        defer { icalrecur_iterator_free(steps) }
        for _ in 0..<Self.mostSteps {
            let time = icalrecur_iterator_next(steps)
            guard icaltime_is_null_time(time) == 0, let day = SiteZone.day(time), day <= window.upperBound else {
                return true
            }
            if let moment = Self.moment(time, zone) { found.insert(moment) }
        }
        return false
    }

    private func excluded() -> Set<Moment> {
        let times = component.properties(ICAL_EXDATE_PROPERTY).map { property in
            var time = property.time
            if time.is_date == 0, time.zone == nil { time.zone = start.zone }
            return time
        }
        return Set(times.compactMap { Self.moment($0, zone) })
    }

    private func day(of moment: Moment) -> Moment {
        guard case .time(let seconds) = moment, let local = zone.local(seconds) else { return moment }
        return .day(local.day)
    }

    private func occurrence(_ moment: Moment) -> CalendarEvent.Occurrence? {
        switch (moment, length) {
        case (.day(let first), .days(let count)):
            let last = first.adding(days: count - 1)
            return CalendarEvent.Occurrence(firstDay: first, lastDay: last ?? first, start: nil, end: nil)
        case (.time(let seconds), .seconds(let length)):
            guard let first = zone.local(seconds) else { return nil }
            guard let length, let last = zone.local(seconds + length) else {
                return CalendarEvent.Occurrence(firstDay: first.day, lastDay: first.day, start: first.minute, end: nil)
            }
            // Midnight closes the day before.
            if last.minute == 0, let before = last.day.adding(days: -1), before >= first.day {
                return CalendarEvent.Occurrence(firstDay: first.day, lastDay: before, start: first.minute, end: 1440)
            }
            return CalendarEvent.Occurrence(
                firstDay: first.day, lastDay: last.day, start: first.minute, end: last.minute)
        case (.day, .seconds), (.time, .days): return nil
        }
    }

    /// The day that the rule gives; `nil` for an event that does not recur.
    private func original(of moment: Moment) -> CalendarDate? {
        let isRecurring = replaces != nil || !component.properties(ICAL_RRULE_PROPERTY).isEmpty
            || !component.properties(ICAL_RDATE_PROPERTY).isEmpty
        guard isRecurring, case .day(let day) = day(of: replaces?.moment ?? moment) else { return nil }
        return day
    }

    private var sequence: Int {
        component.properties(ICAL_SEQUENCE_PROPERTY).first.map { Int(icalproperty_get_sequence($0.pointer)) } ?? 0
    }

    private var changed: CalendarDate? {
        for kind in [ICAL_LASTMODIFIED_PROPERTY, ICAL_DTSTAMP_PROPERTY] {
            if let property = component.properties(kind).first, let day = SiteZone.day(icaltime_from_string(property.written)) {
                return day
            }
        }
        return nil
    }

    private var status: CalendarEvent.Status {
        guard let property = component.properties(ICAL_STATUS_PROPERTY).first else { return .confirmed }
        switch icalproperty_get_status(property.pointer) {
        case ICAL_STATUS_CANCELLED: return .cancelled
        case ICAL_STATUS_TENTATIVE: return .tentative
        default: return .confirmed
        }
    }

    private var categories: [String] {
        var found: [String] = []
        for property in component.properties(ICAL_CATEGORIES_PROPERTY) {
            let name = Self.oneLine(property.text ?? "")
            if !name.isEmpty, !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// Line breaks become commas, runs of spaces one space.
    private static func oneLine(_ text: String) -> String {
        text.split { $0.isNewline }
            .map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
