import Diagnostics
import SiteModel

/// One entry of `feeds.yml`: the feed as it is credited, and how its file is read.
public struct FeedDeclaration: Sendable, Hashable {
    public let feed: Feed
    public let format: FeedFormat
    /// The year on whose 1st of January its communes are those of INSEE's list; `nil` where that is not said.
    public let geography: Int?
    /// `nil` where UTF-8 is expected.
    public let encoding: TextEncoding?
    /// `nil` where the first row tells.
    public let separator: UInt8?
    /// Only of a feed of format `table`.
    public let columns: FeedColumns?
    /// Where `feeds.yml` names the file.
    public let fileLocation: SourceLocation
    /// Where `feeds.yml` gives the day of `feed.retrieved`.
    public let retrievedLocation: SourceLocation
    /// Where `feeds.yml` names the format.
    public let formatLocation: SourceLocation
}
