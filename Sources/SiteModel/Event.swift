/// A permanence, an immersion or a meeting, on one day.
public struct Event: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case permanence, immersion, meeting
    }

    public let kind: Kind
    public let title: String
    public let date: CalendarDate
    /// Minutes after midnight, local time; `nil` for a whole day.
    public let start: Int?
    public let end: Int?
    public let place: String
    /// Communes whose inhabitants or élus are invited; empty for the whole département.
    public let communes: [INSEECode]

    public init(
        kind: Kind, title: String, date: CalendarDate, start: Int?, end: Int?, place: String,
        communes: [INSEECode],
    ) {
        self.kind = kind
        self.title = title
        self.date = date
        self.start = start
        self.end = end
        self.place = place
        self.communes = communes
    }
}
