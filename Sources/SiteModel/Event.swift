/// A permanence, an immersion or a meeting.
public struct Event: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case permanence, immersion, meeting
        /// Of a calendar that does not say.
        case other
    }

    public let kind: Kind
    public let title: String
    /// Its first day.
    public let date: CalendarDate
    /// Its last day: the same, but for what lasts several.
    public let lastDate: CalendarDate
    /// Minutes after midnight of the first day, local time; `nil` for a whole day.
    public let start: Int?
    /// Minutes after midnight of the last day.
    public let end: Int?
    public let place: String
    /// Communes whose inhabitants or élus are invited; empty for the whole département.
    public let communes: [INSEECode]
    /// The table or the calendar that has it, as messages show it.
    public var file: String
    /// What stays when its words change, by which calendars know it again; empty for what no calendar takes.
    public var identity = ""
    /// Day of its last change, where the agenda says one.
    public var changed: CalendarDate?
    /// Grows with each change: SEQUENCE of iCalendar (RFC 5545, 3.8.7.4).
    public var revision = 0
    public var isCancelled = false
    /// Whether day and place of an immersion may be read by everyone.
    public var isPublic = false
    /// Whether the site tells its month alone: `date` and `lastDate` are the month's ends.
    public private(set) var isMonthAlone = false

    public init(
        kind: Kind, title: String, date: CalendarDate, start: Int?, end: Int?, place: String,
        communes: [INSEECode], lastDate: CalendarDate? = nil, file: String = "",
    ) {
        self.kind = kind
        self.title = title
        self.date = date
        self.lastDate = lastDate ?? date
        self.start = start
        self.end = end
        self.place = place
        self.communes = communes
        self.file = file
    }
}

extension Event {
    /// What the site may say of it. A list of where threatened élus gather is not for everyone: of an immersion the
    /// month and the theme are told, unless the agenda says that it is public.
    public var published: Event {
        guard kind == .immersion, !isPublic, let first = CalendarDate(year: date.year, month: date.month, day: 1),
            let inNext = first.adding(days: 31),
            let last = CalendarDate(year: inNext.year, month: inNext.month, day: 1)?.adding(days: -1)
        else { return self }
        var event = Event(
            kind: kind, title: title, date: first, start: nil, end: nil, place: "", communes: [], lastDate: last,
            file: file)
        event.isCancelled = isCancelled
        event.isMonthAlone = true
        return event
    }
}
