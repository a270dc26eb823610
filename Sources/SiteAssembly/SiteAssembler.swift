import Diagnostics
import French
import SiteModel

/// Documents + feeds → one `Site`: what is published today, each route once, each link and fact resolved.
public struct SiteAssembler: Sendable {
    /// Everything read, before it is joined.
    public struct Parts: Sendable {
        public var settings: SiteSettings
        public var today: CalendarDate
        /// Its minute.
        public var minute = 0
        /// Folder of the content, as messages show it: `content`.
        public var root: String
        public var facts: [Fact.ID: Fact]
        public var feeds: [Feed]
        public var communes: [Commune]
        public var units: [Unit.ID: Unit]
        public var pages: [Page]
        public var alerts: [Alert]
        public var editions: [Edition]
        public var events: [Event]
        public var figures = RecordedFigures()
        public var commitments: [Commitment] = []
        public var consultations: [Consultation] = []
        public var presence: [PresenceHours] = []
        public var consultationResults: [Consultation.ID: ConsultationResults] = [:]
        public var measures: [Measure] = []
        public var accessibility: AccessibilityAudit?
        public var registry = FactRegistry()
        /// Whether drafts are part of the site, marked as such.
        public var showsDrafts = false
        /// What could not be read: a reference to it is no fault of its own.
        public var gaps = Gaps()

        public init(
            settings: SiteSettings, today: CalendarDate, root: String, facts: [Fact.ID: Fact],
            feeds: [Feed], communes: [Commune], units: [Unit.ID: Unit], pages: [Page], alerts: [Alert],
            editions: [Edition], events: [Event],
        ) {
            self.settings = settings
            self.today = today
            self.root = root
            self.facts = facts
            self.feeds = feeds
            self.communes = communes
            self.units = units
            self.pages = pages
            self.alerts = alerts
            self.editions = editions
            self.events = events
        }
    }

    /// Where files had faults that are told already.
    public struct Gaps: Sendable {
        /// What `site.yml` says may be lacking.
        public var settings = false
        /// Content files that are there but could not be read.
        public var pages: Set<Page.ID> = []
        /// Facts may be lacking.
        public var facts = false
        /// Communes may be lacking.
        public var communes = false

        public init() {}
    }

    /// Those that are not over, by time; months before their days.
    private static func published(_ events: [Event], on today: CalendarDate) -> [Event] {
        var seen: Set<Event> = []
        // Two immersions of one theme in one month are one to readers.
        let told = events.map(\.published).filter { event in
            event.lastDate >= today && (!event.isMonthAlone || seen.insert(event).inserted)
        }
        return told.enumerated().sorted { left, right in
            (left.element.date.dayNumber, left.element.isMonthAlone ? -2 : left.element.start ?? -1, left.offset)
                < (right.element.date.dayNumber, right.element.isMonthAlone ? -2 : right.element.start ?? -1, right.offset)
        }.map(\.element)
    }

    public static func assemble(_ parts: consuming Parts) -> (site: Site, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let events = published(parts.events, on: parts.today)
        var site = Site(
            settings: parts.settings, today: parts.today, facts: parts.facts, feeds: parts.feeds,
            communes: parts.communes, units: parts.units, events: events.filter { !$0.isCancelled })
        site.cancelledEvents = events.filter(\.isCancelled)
        site.minute = parts.minute
        site.registry = parts.registry
        site.showsDrafts = parts.showsDrafts
        let calendar = PublicationCalendar(today: parts.today, showsDrafts: parts.showsDrafts)
        var unpublished: Set<Page.ID> = []
        for page in parts.pages {
            guard calendar.isPublished(page.frontMatter) else {
                unpublished.insert(page.id)
                site.unpublished.append(page)
                continue
            }
            switch page.kind {
            case .guide: site.guides.append(page)
            case .commune(let code): site.communeNotes[code] = page
            case .page, .alert, .bulletin: site.pages.append(page)
            }
        }
        let succession = AlertSuccession(parts.alerts, root: parts.root, today: parts.today, unread: parts.gaps.pages)
        diagnostics += succession.diagnostics
        var territories = TerritoryResolver(site, isPartial: parts.gaps.communes)
        for alert in parts.alerts {
            if calendar.isPublished(alert.page.frontMatter), !alert.isOver(at: site.now), !succession.isReplaced(alert) {
                let placed = territories.placed(succession.completed(alert))
                diagnostics += AlertCheck.check(placed, today: parts.today)
                site.alerts.append(placed)
            } else if let end = succession.end(of: alert, at: site.now) {
                site.archive.append(ArchivedAlert(territories.placed(succession.completed(alert)), end: end))
            } else {
                unpublished.insert(alert.page.id)
                site.unpublished.append(alert.page)
            }
        }
        for var edition in parts.editions {
            edition.communes = territories.communes(of: edition.territory)
            // Editors write paths from the content's root, as they see it.
            edition.featured = edition.featured.map { LinkResolver.join("/" + $0, from: "", root: parts.root) }
            if calendar.isPublished(edition.page.frontMatter) {
                site.editions.append(edition)
            } else {
                unpublished.insert(edition.page.id)
                site.unpublished.append(edition.page)
            }
        }
        for var commitment in parts.commitments {
            commitment.communes = territories.communes(of: commitment.territory)
            site.commitments.append(commitment)
            if let fault = CommitmentCheck.check(commitment, least: site.settings.policies.minimumCommunes) {
                diagnostics.append(fault)
            }
        }
        site.consultations = parts.consultations.filter { !$0.isDraft || parts.showsDrafts }.sorted { ($1.opens, $0.slug) < ($0.opens, $1.slug) }
        site.presence = parts.presence
        site.consultationResults = parts.consultationResults
        site.measures = parts.measures.map { measure in
            var measure = measure
            measure.page = measure.page.map { LinkResolver.join("/" + $0, from: "", root: parts.root) }
            return measure
        }
        diagnostics += territories.diagnostics
        site.accessibility = parts.accessibility
        var reserve = ReservePolicy(site, root: parts.root)
        reserve.apply(to: &site)
        if let note = reserve.diagnostic { diagnostics.append(note) }
        LegalTexts.complete(&site, root: parts.root)
        parts.pages = []
        site.figures = FigurePolicy(site.settings.policies, communes: site.communes).apply(to: parts.figures)
        sort(&site)
        diagnostics += RouteTable.check(site)
        let (redirects, redirectFaults) = RedirectTable.read(site)
        site.redirects = redirects
        diagnostics += redirectFaults
        let dated = [SecurityCheck.check(site, root: parts.root), AccessibilityCheck.check(site, root: parts.root)]
        diagnostics += dated.compactMap { $0 }
        var resolver = LinkResolver(
            site: site, root: parts.root, unpublished: unpublished, unread: parts.gaps.pages, reserve: reserve)
        diagnostics += resolver.resolve(&site)
        diagnostics += ReferenceCheck.check(site, root: parts.root, unpublished: unpublished, gaps: parts.gaps)
        return (site, diagnostics)
    }

    private static func sort(_ site: inout Site) {
        let themes = Dictionary(
            site.settings.themes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        site.guides = sorted(site.guides) { page in
            guard case .guide(let theme) = page.kind else { return 0 }
            return themes[theme] ?? 0
        }
        site.pages = sorted(site.pages) { _ in 0 }
        site.alerts.sort { ($1.sent.start, $0.page.slug) < ($0.sent.start, $1.page.slug) }
        site.archive.sort { left, right in
            (right.alert.sent.start, left.alert.page.slug) < (left.alert.sent.start, right.alert.page.slug)
        }
        site.commitments.sort { ($1.date, $0.consultation, $0.id) < ($0.date, $1.consultation, $1.id) }
        site.editions.sort { ($1.date, $1.id) < ($0.date, $0.id) }
    }

    private struct Place: Hashable {
        let group: Int
        let order: Int
    }

    /// By `group`, then `order`, then title as French sorts it, then file.
    private static func sorted(_ pages: [Page], group: (Page) -> Int) -> [Page] {
        let places = pages.map { Place(group: group($0), order: $0.frontMatter.order) }
        let members = places.reduce(into: [:]) { counts, place in counts[place, default: 0] += 1 }
        let keys = pages.indices.map { index in
            let page = pages[index]
            // A title is looked at only between pages of one order.
            let isAlone = members[places[index]] == 1
            return (
                group: places[index].group, order: places[index].order,
                title: isAlone ? [] : FrenchText.collationKey(page.frontMatter.title), file: page.file,
                index: index
            )
        }
        return keys.sorted { left, right in
            if left.group != right.group { return left.group < right.group }
            if left.order != right.order { return left.order < right.order }
            if left.title != right.title { return left.title.lexicographicallyPrecedes(right.title) }
            return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
        }.map { pages[$0.index] }
    }
}

/// What is published on a given day.
struct PublicationCalendar {
    let today: CalendarDate
    var showsDrafts = false

    /// Neither a draft, nor before its day, nor after its last one.
    func isPublished(_ frontMatter: FrontMatter) -> Bool {
        if frontMatter.draft, !showsDrafts { return false }
        if let publish = frontMatter.publish, publish > today { return false }
        if let expires = frontMatter.expires, expires < today { return false }
        return true
    }
}
