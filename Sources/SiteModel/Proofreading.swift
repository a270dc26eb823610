/// Who has read a text before it was published, by function, and when.
public struct Proofreading: Sendable, Hashable {
    public let function: String
    public let date: CalendarDate

    public init(function: String, date: CalendarDate) {
        self.function = function
        self.date = date
    }
}
