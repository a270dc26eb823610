import CICal
import Diagnostics
import SiteModel

/// A VEVENT with its times read, before its recurrence is expanded.
struct EventDraft {
    /// One occurrence of one event: what an EXDATE or a RECURRENCE-ID means.
    struct Instance: Hashable {
        let uid: String
        let moment: Moment
    }

    enum Moment: Hashable, Comparable {
        case day(CalendarDate)
        /// Seconds since 1970.
        case time(Int)
    }

    /// What an event lasts.
    enum Length {
        case days(Int)
        /// `nil` where no end is told.
        case seconds(Int?)
    }

    let component: ICalComponent
    let lines: EventLines
    let zone: SiteZone
    let uid: String
    let start: icaltimetype
    let length: Length
    /// The occurrence that this event stands for.
    let replaces: Instance?

    /// `nil`, with a diagnostic, for an event whose times cannot be read.
    init?(_ component: ICalComponent, lines: EventLines, zone: SiteZone, diagnostics: inout [Diagnostic]) {
        self.component = component
        self.lines = lines
        self.zone = zone
        uid = component.text(ICAL_UID_PROPERTY) ?? ""
        let faults = Self.unreadable(component, lines)
        diagnostics += faults
        guard faults.isEmpty else { return nil }
        guard let first = component.properties(ICAL_DTSTART_PROPERTY).first else {
            diagnostics.append(
                .calendarEvent(at: lines.location(of: "BEGIN"), "cet événement n’a pas de date (DTSTART)"))
            return nil
        }
        guard let start = Self.time(first, "DTSTART", lines, &diagnostics) else { return nil }
        guard let length = Self.length(component, start, lines, zone, &diagnostics) else { return nil }
        self.start = start
        self.length = length
        var replaces: Instance?
        if let recurrence = component.properties(ICAL_RECURRENCEID_PROPERTY).first {
            guard let time = Self.time(recurrence, "RECURRENCE-ID", lines, &diagnostics) else { return nil }
            // Read as a move of one time, it would leave all later ones where they are.
            if icalproperty_get_first_parameter(recurrence.pointer, ICAL_RANGE_PARAMETER) != nil {
                diagnostics.append(
                    .calendarEvent(
                        at: lines.location(of: "RECURRENCE-ID"),
                        "ce changement vaut pour toutes les séances qui suivent (RANGE=THISANDFUTURE), ce que Crieur ne suit pas",
                        advice: "dans l’agenda, terminez la répétition à cette date et commencez-en une autre"))
                return nil
            }
            if let moment = Self.moment(time, zone) { replaces = Instance(uid: uid, moment: moment) }
        }
        self.replaces = replaces
    }

    // MARK: Faults of values

    /// Without these no date is right.
    private static let needed = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"]

    /// Values that libical refused, as it notes them: `Can't parse as RECUR value in RRULE property. Removing …`.
    private static func unreadable(_ component: ICalComponent, _ lines: EventLines) -> [Diagnostic] {
        component.properties(ICAL_XLICERROR_PROPERTY).compactMap { property in
            let words = property.written.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(where: { $0.hasPrefix("property") }), place > 0,
                needed.contains(words[place - 1])
            else { return nil }
            let name = words[place - 1]
            return .calendarEvent(
                at: lines.location(of: name), "« \(lines.value(of: name)) » ne convient pas à \(name)",
                advice: advice(name))
        }
    }

    private static func advice(_ name: String) -> String {
        switch name {
        case "RRULE": "corrigez la répétition dans l’agenda, puis exportez-le de nouveau"
        case "DURATION": "écrivez une durée comme PT2H30M, ou une fin (DTEND)"
        default: "écrivez une date comme 20261203, ou une date et une heure comme 20261203T093000"
        }
    }

    /// `nil`, with a diagnostic, for a day that does not exist and for a zone that nobody knows.
    static func time(
        _ property: ICalProperty, _ name: String, _ lines: EventLines, _ diagnostics: inout [Diagnostic],
    ) -> icaltimetype? {
        let written = icaltime_from_string(property.written)
        let real = icaltime_normalize(written)
        let isReal =
            (written.year, written.month, written.day) == (real.year, real.month, real.day)
            && (written.hour, written.minute) == (real.hour, real.minute)
        guard isReal, SiteZone.day(real) != nil else {
            diagnostics.append(
                .calendarEvent(
                    at: lines.location(of: name), "« \(property.written) » n’existe pas au calendrier (\(name))",
                    advice: advice(name)))
            return nil
        }
        let time = property.time
        if time.zone == nil, let zone = property.zoneName {
            diagnostics.append(
                .calendarEvent(
                    at: lines.location(of: name), "le fuseau horaire « \(zone) » est inconnu (\(name))",
                    advice: "exportez l’agenda avec ses fuseaux (VTIMEZONE), ou écrivez « Europe/Paris »"))
            return nil
        }
        return time
    }

    static func moment(_ time: icaltimetype, _ zone: SiteZone) -> Moment? {
        if time.is_date == 0 { return .time(zone.seconds(time)) }
        return SiteZone.day(time).map(Moment.day)
    }

    private static func length(
        _ component: ICalComponent, _ start: icaltimetype, _ lines: EventLines, _ zone: SiteZone,
        _ diagnostics: inout [Diagnostic],
    ) -> Length? {
        let isWholeDays = start.is_date != 0
        if let property = component.properties(ICAL_DTEND_PROPERTY).first {
            guard let end = time(property, "DTEND", lines, &diagnostics) else { return nil }
            guard (end.is_date != 0) == isWholeDays else {
                diagnostics.append(
                    .calendarEvent(
                        at: lines.location(of: "DTEND"),
                        "l’événement commence par \(isWholeDays ? "un jour" : "une heure") et finit par "
                            + (isWholeDays ? "une heure" : "un jour"),
                        advice: "donnez une heure aux deux, ou à aucun des deux"))
                return nil
            }
            guard let length = span(start, end, zone, isWholeDays) else {
                diagnostics.append(
                    .calendarEvent(
                        at: lines.location(of: "DTEND"), "l’événement finit avant de commencer",
                        advice: "corrigez l’une des deux dates"))
                return nil
            }
            return length
        }
        if let property = component.properties(ICAL_DURATION_PROPERTY).first {
            let seconds = Int(icaldurationtype_as_int(icalproperty_get_duration(property.pointer)))
            return isWholeDays ? .days(max(1, seconds / 86_400)) : .seconds(seconds > 0 ? seconds : nil)
        }
        return isWholeDays ? .days(1) : .seconds(nil)
    }

    /// DTEND is the day after the last one; many calendars write the day itself.
    private static func span(
        _ start: icaltimetype, _ end: icaltimetype, _ zone: SiteZone, _ isWholeDays: Bool,
    ) -> Length? {
        if isWholeDays {
            guard let first = SiteZone.day(start), let after = SiteZone.day(end), first <= after else { return nil }
            return .days(max(1, after.dayNumber - first.dayNumber))
        }
        let seconds = zone.seconds(end) - zone.seconds(start)
        return seconds < 0 ? nil : .seconds(seconds == 0 ? nil : seconds)
    }
}

extension Diagnostic {
    static func calendarEvent(
        at location: SourceLocation, _ message: String,
        advice: String = "corrigez-le dans l’agenda, puis exportez de nouveau le fichier",
    ) -> Diagnostic {
        .error(.calendarEvent, at: location, message, advice: advice)
    }
}
