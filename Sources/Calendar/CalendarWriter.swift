import CICal
import SiteModel
import Synchronization

/// Events → an iCalendar file (RFC 5545), through libical, which folds, escapes and ends the lines.
///
/// The same events give the same bytes, whenever they are written: DTSTAMP is the day of an event's last change.
public struct CalendarWriter: Sendable {
    /// IANA name of the site's zone.
    private let zone: String
    /// As libical writes them: a country has 35,000 calendars of one zone and of few events.
    private let zoneBytes: [UInt8]
    private let eventBytes: [[UInt8]]

    /// - Parameters:
    ///   - zone: the site's own, by its IANA name.
    ///   - entries: what the calendars hold, each some of them.
    public init(zone: String, _ entries: [Entry]) {
        self.zone = zone
        (zoneBytes, eventBytes) = ICalLibrary.lock.withLock { _ in
            icalerror_set_errors_are_fatal(0)
            // Without a zone that the system knows, times are of none, as they are read.
            let zoneBytes = Self.zoneComponent(zone).map(Self.written) ?? []
            let events = entries.map { entry in
                Self.component(of: entry, zone: zoneBytes.isEmpty ? nil : zone).map(Self.written) ?? []
            }
            return (zoneBytes, events)
        }
    }

    /// - Parameters:
    ///   - name: what calendar programs call it.
    ///   - places: those of its events, in the order of the file.
    public func bytes(named name: String, _ places: [Int]) -> [UInt8] {
        let shell = ICalLibrary.lock.withLock { _ in Self.calendar(named: name, zone: zone).map(Self.written) ?? [] }
        // Components stand between the calendar's own properties and its last line.
        let end = Array("END:VCALENDAR\r\n".utf8)
        guard shell.suffix(end.count).elementsEqual(end) else { return [] }
        var bytes = shell.dropLast(end.count) + zoneBytes
        for place in places { bytes += eventBytes[place] }
        return Array(bytes + end)
    }

    private static func calendar(named name: String, zone: String) -> OpaquePointer? {
        guard let calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT) else { return nil }
        icalcomponent_add_property(calendar, icalproperty_new_version("2.0"))
        icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Crieur//Agenda//FR"))
        icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH))
        icalcomponent_add_property(calendar, icalproperty_new_name(name))
        // Most programs read the names that came before RFC 7986.
        for (key, value) in [("X-WR-CALNAME", name), ("X-WR-TIMEZONE", zone)] {
            guard let property = icalproperty_new_x(value) else { continue }
            icalproperty_set_x_name(property, key)
            icalcomponent_add_property(calendar, property)
        }
        return calendar
    }

    /// The component's text; it is freed.
    private static func written(_ component: OpaquePointer) -> [UInt8] {
        defer { icalcomponent_free(component) }
        guard let text = icalcomponent_as_ical_string_r(component) else { return [] }
        defer { icalmemory_free_buffer(text) }
        return Array(String(cString: text).utf8)
    }

    /// `nil` for a zone that the system does not know.
    private static func zoneComponent(_ zone: String) -> OpaquePointer? {
        guard let known = icaltimezone_get_builtin_timezone(zone), let shared = icaltimezone_get_component(known),
            let own = icalcomponent_new_clone(shared), let name = icalcomponent_get_first_property(own, ICAL_TZID_PROPERTY)
        else { return nil }
        // libical's own name for it begins with that of its project.
        icalproperty_set_tzid(name, zone)
        // Nobody needs the summer times of 1916 on a telephone.
        if let first = CalendarDate(year: 2020, month: 1, day: 1) {
            icaltimezone_truncate_vtimezone(own, time(first, 0, isUniversal: true), icaltime_null_time(), 0)
        }
        return own
    }

    private static func component(of entry: Entry, zone: String?) -> OpaquePointer? {
        guard let event = icalcomponent_new(ICAL_VEVENT_COMPONENT) else { return nil }
        func add(_ property: OpaquePointer?) {
            if let property { icalcomponent_add_property(event, property) }
        }
        func addZoned(_ property: OpaquePointer?) {
            guard let property else { return }
            if let zone { icalproperty_add_parameter(property, icalparameter_new_tzid(zone)) }
            add(property)
        }
        add(icalproperty_new_uid(entry.uid))
        add(icalproperty_new_dtstamp(time(entry.changed, 0, isUniversal: true)))
        add(icalproperty_new_sequence(Int32(clamping: entry.sequence)))
        let when = entry.time
        if let start = when.start {
            addZoned(icalproperty_new_dtstart(time(when.firstDay, start)))
            if let end = when.end { addZoned(icalproperty_new_dtend(time(when.lastDay, end))) }
        } else {
            add(icalproperty_new_dtstart(day(when.firstDay)))
            add(icalproperty_new_dtend(day(when.lastDay.adding(days: 1) ?? when.lastDay)))
        }
        add(icalproperty_new_summary(entry.title))
        if !entry.place.isEmpty { add(icalproperty_new_location(entry.place)) }
        if !entry.details.isEmpty { add(icalproperty_new_description(entry.details)) }
        if !entry.category.isEmpty { add(icalproperty_new_categories(entry.category)) }
        add(icalproperty_new_url(entry.page))
        add(icalproperty_new_status(entry.isCancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED))
        return event
    }

    private static func day(_ date: CalendarDate) -> icaltimetype {
        var time = icaltime_null_date()
        (time.year, time.month, time.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
        time.is_date = 1
        return time
    }

    /// - Parameter minutes: after midnight; 1440 is the midnight that ends the day.
    private static func time(_ date: CalendarDate, _ minutes: Int, isUniversal: Bool = false) -> icaltimetype {
        var time = day(minutes < 1440 ? date : date.adding(days: 1) ?? date)
        time.is_date = 0
        (time.hour, time.minute, time.second) = (Int32(minutes % 1440 / 60), Int32(minutes % 60), 0)
        if isUniversal { time.zone = icaltimezone_get_utc_timezone() }
        return time
    }
}
