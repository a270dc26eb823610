import Diagnostics
import Files
import SiteModel

/// Feeds → communes: one feed lists them, the others add what they know, joined by INSEE code.
///
/// Each kind of record joins in a file of its own, by one step of `run`.
struct CommuneAssembly {
    let feeds: [LoadedFeed]
    let filter: DepartementFilter
    let soundness: FeedSoundness
    /// The day of the build; `nil` where there is none.
    let today: CalendarDate?
    var drafts: [INSEECode: CommuneDraft] = [:]
    /// By identifier; the site's own table comes before the official files.
    var units: [Unit.ID: Unit] = [:]
    /// Those that are kept even where they answer for no commune.
    var ownUnits: Set<Unit.ID> = []
    /// Services that each feed describes.
    var described: [Feed.ID: Set<Unit.ID>] = [:]
    var history = CodeHistory(current: [])
    var contours: [INSEECode: Contour] = [:]
    /// Communes about which each feed says something; no entry for a feed that is not about communes one by one.
    var covered: [Feed.ID: Set<INSEECode>] = [:]
    var diagnostics: [Diagnostic] = []
    /// By file: codes that lead to no commune, and those of communes that have become another's.
    var unmatched: [String: Set<INSEECode>] = [:]
    var former: [String: Set<INSEECode>] = [:]

    init(_ feeds: [LoadedFeed], filter: DepartementFilter, soundness: FeedSoundness, today: CalendarDate?) {
        self.feeds = feeds
        self.filter = filter
        self.soundness = soundness
        self.today = today
    }

    mutating func run(into records: inout FeedRecords) {
        listCommunes()
        gatherUnits()
        if drafts.isEmpty {
            reportNoCommunes()
        } else {
            followCodes()
            checkGeography()
            addPopulations()
            addCompetence()
            addPostalCodes()
            addMayors()
            addDetails()
            dropIdleUnits()
            addContours()
            checkUnits()
            addTownHalls()
            addFigures(to: &records)
        }
        records.units = units.values.sorted { ByteOrder.precedes($0.id, $1.id) }
        records.communes = orderedDrafts.map { $0.finished(with: units) }
        addContacts(to: &records.communes)
        if !records.communes.isEmpty { addPresence(to: &records) }
        records.gaps = ServiceGaps(communes: records.communes, units: records.units)
        records.contours = contours
        records.diagnostics += diagnostics
        records.summaries = feeds.map { summary(of: $0, records.diagnostics) }
    }

    private func summary(of feed: LoadedFeed, _ diagnostics: [Diagnostic]) -> FeedSummary {
        let file = feed.declaration.feed.file
        return FeedSummary(
            id: feed.id, rows: feed.content.rows, kept: feed.content.kept, communes: covered[feed.id]?.count,
            unmatched: unmatched[file, default: []].sorted(), former: former[file, default: []].sorted(),
            duplicates: diagnostics.count { $0.id == .feedCodeDuplicate && $0.location?.file == file })
    }

    /// In order of their codes.
    var orderedDrafts: [CommuneDraft] {
        // Codes are small and drafts are large: only the first are moved about.
        drafts.keys.sorted().compactMap { drafts[$0] }
    }

    /// Notes that a feed says something about a commune.
    mutating func cover(_ code: INSEECode, by feed: Feed.ID) { covered[feed, default: []].insert(code) }
}
