public import API
import Channels
import Diagnostics
public import Figures
import SiteModel
public import Syndication
import Templates

/// A site → its HTML pages. What pages share is built once, in `init`; a page is then rendered alone, from any
/// thread.
public final class WebRenderer: Sendable {
    /// Every page, in the order of the bytes of their routes.
    public let pages: [WebPage]
    /// Faults of templates met while the shared parts were rendered.
    public let diagnostics: [Diagnostic]

    public let offers: WebOffers
    /// Data for other programs; `nil` where no page tells of them.
    public let catalogue: Catalogue?

    let site: Site
    let templates: TemplateLibrary
    let parts: SiteParts
    let bodies: PageBodies
    /// The PDFs that exist; what is not among them gets no link.
    let printed: [Route: PrintedDocument]
    /// By place in `Site.editions`.
    let editions: [EditionParts]
    let figures: RecordedFigureParts
    /// Whether an index is published with the pages; without one, the search page is a plan of the site.
    let hasSearch: Bool
    let structuredData: StructuredData
    let channels: Channels
    /// Ways back, for breadcrumbs.
    let trails: Trails
    /// The page of the operation, where the site has one.
    let operationPage: Route?
    /// Guides that have a sheet for each commune.
    let sheetGuides: [Page]
    /// Links to the pages that the measures name.
    let morePages: [Page.ID: Value]
    /// Whether commune pages show a QR code: to draw one takes longer than all the rest of the page.
    let drawsCodes: Bool
    /// Those of printed sheets.
    let drawnCodes: DrawnCodes

    /// - Parameters:
    ///   - printed: the PDFs that exist; what is not among them gets no link to a PDF.
    ///   - drawnCodes: QR codes of these PDFs.
    public init(
        site: Site, templates: TemplateLibrary, assets: AssetTable,
        printed: [Route: PrintedDocument] = [:], drawnCodes: DrawnCodes = DrawnCodes(), hasSearch: Bool = true,
    ) {
        self.drawnCodes = drawnCodes
        let whole = site
        var site = site
        site.alerts = Self.gravestFirst(site.alerts)
        self.site = site
        self.templates = templates
        self.printed = printed
        let offers = WebOffers(templates)
        self.offers = offers
        catalogue = offers.hasAPI ? Catalogue(whole) { printed[$0] != nil } : nil
        self.hasSearch = hasSearch
        parts = SiteParts(site: site, templates: templates, assets: assets)
        bodies = PageBodies(site)
        figures = RecordedFigureParts(site)
        structuredData = StructuredData(site)
        channels = Channels(site)
        trails = Trails(parts.addresses)
        operationPage = site.pages.lazy.compactMap { Route.page($0) }.first { $0 == .operation }
        sheetGuides = site.guides.filter(\.hasCommuneSheets)
        morePages = Self.morePages(site, parts.addresses)
        drawsCodes = templates.mentions("qr")
        pages = PageList(site, themes: parts.themes, communes: parts.communes, offers: offers).pages
        var faults = parts.diagnostics
        var editions: [EditionParts] = []
        for edition in site.editions {
            editions.append(EditionParts(edition, site, parts, bodies, templates, faults: &faults))
        }
        self.editions = editions
        diagnostics = faults
    }

    private static func morePages(_ site: Site, _ addresses: Addresses) -> [Page.ID: Value] {
        let named = Set(site.measures.compactMap(\.page))
        let pages = (site.guides + site.pages).filter { named.contains($0.id) }
        let links = pages.map { page -> (Page.ID, Value) in
            (page.id, ["title": .text(page.frontMatter.title), "href": .text(addresses.href(Route.page(page) ?? .home))])
        }
        return Dictionary(links, uniquingKeysWith: { first, _ in first })
    }

    /// Danger before vigilance before information; else in their order.
    private static func gravestFirst(_ alerts: [Alert]) -> [Alert] {
        [Alert.Level.danger, .vigilance, .information].flatMap { level in alerts.filter { $0.level == level } }
    }

    /// Appends the page's HTML to `output`; gives the faults of its templates.
    public func render(_ page: WebPage, into output: inout [UInt8]) -> [Diagnostic] {
        let (names, outer) = names(of: page)
        return templates.render(template(of: page), names, outer: outer, into: &output)
    }

    /// What the page's template is given: its own names, then those of its head and those of every page.
    func names(of page: WebPage) -> (own: Object, outer: [Object]) {
        let content = content(of: page)
        var head = content.head
        if offers.hasStructuredData { head.structuredData = document(of: page, head) }
        return (content.names, [head.names(page, updated: updated(page), parts, site), parts.names])
    }

    /// The pages that people look for, for the sitemap. The error page and the twins of bulletins are left out: each
    /// commune's page leads to its own.
    public var listed: [CrawlerFiles.Entry] {
        pages.filter { $0.kind.isLookedFor }.map { CrawlerFiles.Entry(route: $0.route, updated: updated($0)) }
    }

    public var settings: SiteSettings { site.settings }

    /// The name of the template that makes this page: `guide`.
    public func template(of page: WebPage) -> String { page.kind.template }

    func content(of page: WebPage) -> PageContent {
        switch page.kind {
        case .home: home()
        case .guides: guides()
        case .theme: theme(page.index)
        case .guide: guide(page.index)
        case .communes: communes()
        case .commune: commune(page.index)
        case .bulletin: bulletin(page.edition, of: page.index)
        case .bulletins: bulletinList()
        case .edition: edition(page.index)
        case .alerts: alerts()
        case .alert: alert(page.index)
        case .alertArchive: alertArchive()
        case .archivedAlert: archivedAlert(page.index)
        case .agenda: agenda()
        case .consultations: consultations()
        case .consultation: consultation(page.index)
        case .commitments: commitments()
        case .page: freePage(page.index)
        case .legal: legal(page.index)
        case .search: search()
        case .operation: operation(page.index)
        case .api: api()
        case .notFound: notFound()
        case .offline: offline()
        case .encart: encart(page.index)
        case .alertEncart: alertEncart(page.index)
        case .pastEncart: pastEncart()
        case .redirect: redirect(page.index)
        }
    }
}

/// A page before it is rendered.
struct PageContent {
    var head: PageHead
    var names: Object
}
