import CICal
public import SiteModel
import Synchronization

/// Events → an iCalendar file (RFC 5545), through libical, which folds, escapes and ends the lines.
///
/// The same events give the same bytes, whenever they are written: DTSTAMP is the day of an event's last change.
public struct CalendarWriter: Sendable {
    /// What a calendar shows of one event.
    public struct Entry: Sendable, Hashable {
        public let uid: String
        public let sequence: Int
        /// DTSTAMP is the midnight, in universal time, that begins this day.
        public let changed: CalendarDate
        public let isCancelled: Bool
        public let title: String
        /// Empty where it is not told.
        public let place: String
        /// Empty where there is nothing more to say.
        public let details: String
        public let category: String
        /// Address of the page that announces it.
        public let page: String
        public let time: CalendarEvent.Occurrence

        public init(
            uid: String, sequence: Int, changed: CalendarDate, isCancelled: Bool, title: String, place: String,
            details: String, category: String, page: String, time: CalendarEvent.Occurrence,
        ) {
            self.uid = uid
            self.sequence = sequence
            self.changed = changed
            self.isCancelled = isCancelled
            self.title = title
            self.place = place
            self.details = details
            self.category = category
            self.page = page
            self.time = time
        }
    }

    /// IANA name of the site's zone.
    private let zone: String

    public init(zone: String) { self.zone = zone }

    /// - Parameter name: what calendar programs call it.
    public func bytes(named name: String, _ entries: [Entry]) -> [UInt8] {
        ICalLibrary.lock.withLock { _ in
            icalerror_set_errors_are_fatal(0)
            guard let calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT) else { return [] }
            defer { icalcomponent_free(calendar) }
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
            let hasZone = addZone(to: calendar)
            for entry in entries {
                guard let event = component(of: entry, hasZone: hasZone) else { continue }
                icalcomponent_add_component(calendar, event)
            }
            guard let text = icalcomponent_as_ical_string_r(calendar) else { return [] }
            defer { icalmemory_free_buffer(text) }
            return Array(String(cString: text).utf8)
        }
    }

    /// `false` for a zone that the system does not know: times are then of no zone, as they are read.
    private func addZone(to calendar: OpaquePointer) -> Bool {
        guard let known = icaltimezone_get_builtin_timezone(zone), let shared = icaltimezone_get_component(known),
            let own = icalcomponent_new_clone(shared), let name = icalcomponent_get_first_property(own, ICAL_TZID_PROPERTY)
        else { return false }
        // libical's own name for it begins with that of its project.
        icalproperty_set_tzid(name, zone)
        // Nobody needs the summer times of 1916 on a telephone.
        if let first = CalendarDate(year: 2020, month: 1, day: 1) {
            icaltimezone_truncate_vtimezone(own, Self.time(first, 0, isUniversal: true), icaltime_null_time(), 0)
        }
        icalcomponent_add_component(calendar, own)
        return true
    }

    private func component(of entry: Entry, hasZone: Bool) -> OpaquePointer? {
        guard let event = icalcomponent_new(ICAL_VEVENT_COMPONENT) else { return nil }
        func add(_ property: OpaquePointer?) {
            if let property { icalcomponent_add_property(event, property) }
        }
        func addZoned(_ property: OpaquePointer?) {
            guard let property else { return }
            if hasZone { icalproperty_add_parameter(property, icalparameter_new_tzid(zone)) }
            add(property)
        }
        add(icalproperty_new_uid(entry.uid))
        add(icalproperty_new_dtstamp(Self.time(entry.changed, 0, isUniversal: true)))
        add(icalproperty_new_sequence(Int32(clamping: entry.sequence)))
        let time = entry.time
        if let start = time.start {
            addZoned(icalproperty_new_dtstart(Self.time(time.firstDay, start)))
            if let end = time.end { addZoned(icalproperty_new_dtend(Self.time(time.lastDay, end))) }
        } else {
            add(icalproperty_new_dtstart(Self.day(time.firstDay)))
            add(icalproperty_new_dtend(Self.day(time.lastDay.adding(days: 1) ?? time.lastDay)))
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
        let day = minutes < 1440 ? date : date.adding(days: 1) ?? date
        var time = Self.day(day)
        time.is_date = 0
        (time.hour, time.minute, time.second) = (Int32(minutes % 1440 / 60), Int32(minutes % 60), 0)
        if isUniversal { time.zone = icaltimezone_get_utc_timezone() }
        return time
    }
}
