import Diagnostics
import SiteModel

/// What the feeds tell about the communes of one département.
public struct FeedRecords: Sendable {
    /// In order of their codes.
    public var communes: [Commune] = []
    /// In the order of their identifiers' bytes.
    public var units: [Unit] = []
    /// Outlines of communes; empty where no feed gives them.
    public var contours: [INSEECode: Contour] = [:]
    /// Of the communes and of their département.
    public var figures = RecordedFigures()
    /// Hours on the public way, in the order of the file.
    public var presence: [PresenceHours] = []
    /// Every feed that `feeds.yml` declares well, in its order: the credits.
    public var feeds: [Feed] = []
    /// One for each feed that could be read, in the order of `feeds.yml`.
    public var summaries: [FeedSummary] = []
    /// What nobody says of services, town halls and contacts.
    public var gaps = ServiceGaps(communes: [], units: [])
    /// In the order in which they were found; reporters sort.
    public var diagnostics: [Diagnostic] = []

    public init() {}
}

extension FeedRecords {
    /// Whether a fault of `feeds.yml` or of a file that lists communes may have left one out.
    public var lacksCommunes: Bool {
        if communes.isEmpty { return true }
        let lists = feeds.filter { FeedFormat(rawValue: $0.format)?.listsCommunes ?? false }.map(\.file)
        return diagnostics.contains { diagnostic in
            guard diagnostic.severity == .error, let file = diagnostic.location?.file else { return false }
            return lists.contains(file)
        }
    }
}
