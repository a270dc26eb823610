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
