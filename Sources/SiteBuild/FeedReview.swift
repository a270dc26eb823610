import Diagnostics
import FeedReading
import Files
import Publishing
import SiteModel

/// What the feeds hold and what they lack, before anything is built from them.
public struct FeedReview: Sendable {
    /// One feed of `feeds.yml`.
    public struct Row: Sendable {
        public let feed: Feed
        /// `nil` for a file that could not be read.
        public let summary: FeedSummary?
    }

    public let departement: SiteSettings.Departement
    public let today: CalendarDate
    /// In the order of `feeds.yml`.
    public let rows: [Row]
    /// In order of their codes.
    public let communes: [Commune]
    /// What no feed says of services, town halls and contacts.
    public let gaps: ServiceGaps
    /// What a manifest would say of communes and services.
    public let records: [BuildManifest.Record]

    /// `nil`, with diagnostics, where `site.yml` cannot be read: it says of which département the site is.
    public static func read(_ options: BuildOptions) throws -> (review: FeedReview?, diagnostics: [Diagnostic]) {
        var faults: [Diagnostic] = []
        guard let settings = try SiteInputs.settings(below: options.content, &faults) else { return (nil, faults) }
        let reader = FeedReader(departement: settings.departement.code, contentRoot: options.content)
        let records = try reader.read(on: options.today)
        let units = Dictionary(records.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let review = FeedReview(
            departement: settings.departement, today: options.today,
            rows: records.feeds.map { feed in
                Row(feed: feed, summary: records.summaries.first { $0.id == feed.id })
            },
            communes: records.communes, gaps: records.gaps, records: BuildManifest.records(of: records.communes, units))
        return (review, faults + records.diagnostics)
    }

    public var communesWithoutUnit: [Commune] { communes.filter(\.unitIDs.isEmpty) }

    /// Communes and services by their code or identifier, for who names them.
    public func names(of codes: [INSEECode]) -> [String] {
        let names = Dictionary(communes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return codes.map { "\(names[$0] ?? "") \($0)" }
    }

    public func names(ofUnits units: [Unit.ID]) -> [String] {
        let names = Dictionary(
            records.filter { $0.kind == .unit }.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return units.map { names[$0] ?? $0 }
    }
}
