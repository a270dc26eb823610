import CICal
public import Diagnostics
public import SiteModel
import Synchronization

/// An iCalendar file (RFC 5545) → its events, through libical, with recurrences expanded.
///
/// Real calendars are read as they are: an all-day DTEND that equals DTSTART counts as one day, line ends may be
/// LF, UID and DTSTAMP may lack. Times with a TZID follow the file's VTIMEZONE, else the zone of that name; those
/// without are the site's own.
public struct CalendarReader: Sendable {
    /// IANA name of the site's zone.
    let zone: String
    /// Days for which recurrences are expanded. Events that do not recur are given whenever they are.
    let window: ClosedRange<CalendarDate>

    public init(zone: String, window: ClosedRange<CalendarDate>) {
        self.zone = zone
        self.window = window
    }

    public func read(_ bytes: [UInt8], file: String) -> (events: [CalendarEvent], diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return ([], [fault]) }
        let (lines, fault) = EventLines.scan(bytes, file: file)
        if let fault { return ([], [fault]) }
        return ICalLibrary.lock.withLock { _ in
            icalerror_set_errors_are_fatal(0)
            return read(bytes, lines: lines)
        }
    }

    private func read(_ bytes: [UInt8], lines: [EventLines]) -> (events: [CalendarEvent], diagnostics: [Diagnostic]) {
        let text = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF } + [0]
        let parsed = text.withUnsafeBytes { buffer in
            icalparser_parse_string(buffer.assumingMemoryBound(to: CChar.self).baseAddress)
        }
        guard let parsed else { return ([], []) }
        defer { icalcomponent_free(parsed) }
        let components = Self.events(in: ICalComponent(parsed))
        // Both walks are of one text; where they differ, no message could be placed.
        guard components.count == lines.count else { return ([], []) }

        var diagnostics: [Diagnostic] = []
        var drafts: [EventDraft] = []
        for (component, lines) in zip(components, lines) {
            let draft = EventDraft(component, lines: lines, zone: SiteZone(zone), diagnostics: &diagnostics)
            if let draft { drafts.append(draft) }
        }
        let replaced = Set(drafts.compactMap(\.replaces))
        let events = drafts.map { $0.event(window: window, without: replaced, diagnostics: &diagnostics) }
        return (events.compactMap { $0 }, diagnostics)
    }

    /// A file may hold several calendars one after the other.
    private static func events(in root: ICalComponent) -> [ICalComponent] {
        let calendars = root.kind == ICAL_VCALENDAR_COMPONENT ? [root] : root.components(ICAL_VCALENDAR_COMPONENT)
        return calendars.flatMap { $0.components(ICAL_VEVENT_COMPONENT) }
    }
}
