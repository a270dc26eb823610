import FeedReading
import Publishing
import SiteModel

/// How a feed differs from the one of the same name at a former build.
public struct FeedChange: Sendable, Hashable {
    public let feed: String
    /// `vintage`, `retrieved`, `kept` or `communes`; `nil` for a feed that is new or gone as a whole.
    public let what: String?
    /// `nil` where there was or is none.
    public let before: String?
    public let now: String?

    /// In the order of `feeds.yml`; those that are gone come last.
    public static func between(_ before: [BuildManifest.FeedSummary], _ now: [FeedReview.Row]) -> [FeedChange] {
        let former = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(now.map(\.feed.id))
        let changes = now.flatMap { row -> [FeedChange] in
            guard let old = former[row.feed.id] else {
                return [FeedChange(feed: row.feed.id, what: nil, before: nil, now: row.feed.vintage)]
            }
            let values: [(what: String, before: String?, now: String?)] = [
                ("vintage", old.vintage, row.feed.vintage),
                ("retrieved", old.retrieved, row.feed.retrieved.description),
                ("kept", "\(old.rows)", row.summary.map { "\($0.kept)" }),
                ("communes", old.communes.map { "\($0)" }, row.summary?.communes.map { "\($0)" }),
            ]
            return values.filter { $0.before != $0.now }.map {
                FeedChange(feed: row.feed.id, what: $0.what, before: $0.before, now: $0.now)
            }
        }
        let gone = before.filter { !present.contains($0.id) }.map {
            FeedChange(feed: $0.id, what: nil, before: $0.vintage, now: nil)
        }
        return changes + gone
    }
}
