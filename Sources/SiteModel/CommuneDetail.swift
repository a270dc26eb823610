/// Something that a generic table says of a commune, as `feeds.yml` labels it.
public struct CommuneDetail: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        /// A number, in the digits of the feed: whole part without spaces (with its `-`), decimals as published.
        case number(whole: String, decimals: String)
        case text(String)
        /// Kept back by statistical secrecy: never a number.
        case suppressed
    }

    public let label: String
    public let value: Value
    /// `logements`, `%`; `nil` for none.
    public let unit: String?
    /// Where it comes from.
    public let feed: Feed.ID

    public init(label: String, value: Value, unit: String?, feed: Feed.ID) {
        self.label = label
        self.value = value
        self.unit = unit
        self.feed = feed
    }
}
