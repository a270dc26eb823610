/// Where the content of one field lies among the bytes, without its quotes. No text is made until asked for.
public struct CSVField: Sendable, Hashable {
    /// Offset of the first byte of the content.
    public var start: Int
    /// Offset just past the last byte of the content.
    public var end: Int
    /// Whether the content holds `""`, which stands for one quote.
    public var hasDoubledQuotes: Bool

    public init(start: Int, end: Int, hasDoubledQuotes: Bool = false) {
        self.start = start
        self.end = end
        self.hasDoubledQuotes = hasDoubledQuotes
    }
}
