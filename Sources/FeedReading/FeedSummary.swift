import SiteModel

/// What one feed brought.
public struct FeedSummary: Sendable, Hashable {
    public let id: Feed.ID
    /// Rows of the file, without the names of the columns.
    public let rows: Int
    /// Records that concern the département.
    public let kept: Int
    /// Communes about which the feed says something; `nil` for a feed that is not about communes one by one.
    public let communes: Int?
    /// Codes that lead to no commune of today, in their order.
    public let unmatched: [INSEECode]
    /// Codes of communes that have become another's, in their order.
    public let former: [INSEECode]
    /// Rows that say again what another of the file said.
    public let duplicates: Int
}
