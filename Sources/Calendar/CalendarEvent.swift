public import Diagnostics
public import SiteModel

/// A VEVENT of an iCalendar file (RFC 5545), its times in the site's own time zone.
public struct CalendarEvent: Sendable, Hashable {
    public enum Status: Sendable, Hashable {
        case confirmed, tentative, cancelled
    }

    /// One time at which the event takes place.
    public struct Occurrence: Sendable, Hashable {
        public let firstDay: CalendarDate
        /// The same day, but for what lasts several.
        public let lastDay: CalendarDate
        /// The day for which the rule had it, which a move does not change; `nil` for what does not recur.
        public var original: CalendarDate?
        /// Minutes after midnight of `firstDay`; `nil` for whole days.
        public let start: Int?
        /// Minutes after midnight of `lastDay`, 1440 for its end; `nil` where it is not told.
        public let end: Int?

        public init(firstDay: CalendarDate, lastDay: CalendarDate, start: Int?, end: Int?) {
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.start = start
            self.end = end
        }
    }

    /// As its file gives it; empty where it gives none.
    public let uid: String
    /// SEQUENCE; 0 where the file gives none.
    public let sequence: Int
    /// Day, in universal time, of LAST-MODIFIED, else of DTSTAMP.
    public let changed: CalendarDate?
    public let title: String
    /// On one line; empty where the file gives none.
    public let place: String
    /// In their order, each once.
    public let categories: [String]
    public let status: Status
    /// In order of time.
    public let occurrences: [Occurrence]
    /// Where the event begins in its file.
    public let location: SourceLocation
    /// Where the file names the categories; the event itself where it names none.
    public let categoriesLocation: SourceLocation
}
