import API
import Channels
import Publishing
import SiteModel
import Syndication
import WebRendering

/// A file that is made when it is asked for.
struct SiteFile: Sendable {
    /// Below the output folder.
    let path: String
    /// `nil` where the site has nothing to say in it.
    let make: @Sendable () -> [UInt8]?

    init(_ route: Route, _ make: @escaping @Sendable () -> [UInt8]?) {
        path = route.outputFile
        self.make = make
    }
}

/// What a site publishes besides its pages, its PDFs and the index of its search: assets, and what programs read.
///
/// A class, as each of its files keeps it: a country has 70,000 of them.
final class SiteFiles: Sendable {
    private let site: Site
    private let renderer: WebRenderer
    private let templates: WebTemplates
    private let feeds: AlertFeeds
    private let cards: ContactCards
    private let calendars: EventCalendars

    init(site: Site, renderer: WebRenderer, templates: WebTemplates) {
        self.site = site
        self.renderer = renderer
        self.templates = templates
        feeds = AlertFeeds(site)
        cards = ContactCards(site)
        calendars = EventCalendars(site)
    }

    /// Those of the site as a whole.
    var shared: [SiteFile] {
        var files = templates.assets.assets.map { asset in SiteFile(asset.route) { asset.bytes } }
        files += CrawlerFiles.sitemaps(renderer.listed, settings: site.settings).map { sitemap in
            SiteFile(sitemap.route) { sitemap.bytes }
        }
        files += [
            SiteFile(.robots) { CrawlerFiles.robots(self.site) },
            SiteFile(SecurityText.route) { SecurityText.file(self.site) },
            SiteFile(.communeList) { self.renderer.communeList().bytes },
            SiteFile(.webManifest) { self.renderer.manifest() },
            SiteFile(AlertFeeds.route) { self.feeds.departement().bytes },
            SiteFile(CommitmentFeed.route) { CommitmentFeed(self.site).bytes },
        ]
        if renderer.offers.hasCommuneFeeds {
            files += AlertFeeds.files(site).map { file in SiteFile(file.route) { self.feeds.bytes(file) } }
        }
        let message = AlertMessage(site)
        files += site.alerts.filter(\.hasMessage).map { alert in
            SiteFile(.message(of: alert)) { message.bytes(of: alert) }
        }
        if renderer.offers.hasReuse {
            let channels = Channels(site)
            for alert in site.alerts {
                files += channels.texts(of: alert).map { text in SiteFile(.text(text.channel, of: alert)) { text.file } }
            }
        }
        files += calendars.shared.map { file in SiteFile(file.route) { self.calendars.bytes(file) } }
        files += site.consultations.map { consultation in
            SiteFile(.surveyCode(of: consultation.slug)) { self.renderer.code(of: consultation) }
        }
        return files
    }

    /// Those that hold the data of all communes. They tell what is printed of each: only a whole build knows that.
    var bulk: [SiteFile] {
        guard let catalogue = renderer.catalogue else { return [] }
        var files = [SiteFile(.apiIndex) { catalogue.index }, SiteFile(.openAPI) { catalogue.openAPI }]
        files += catalogue.schemas.map { schema in SiteFile(.schema(of: schema.name)) { catalogue.schema(schema) } }
        for kind in catalogue.kinds {
            files.append(SiteFile(.lines(of: kind.name)) { kind.lines() })
            files.append(SiteFile(.table(of: kind.name)) { kind.table() })
        }
        return files
    }

    /// Those of `commune`, most of them beside its page.
    func files(of commune: Commune) -> [SiteFile] {
        let page = Route.commune(commune)
        var files = [
            SiteFile(.code(beside: page)) { self.renderer.code(of: commune) }
        ]
        if let catalogue = renderer.catalogue {
            files.append(SiteFile(.data(of: commune.code)) { catalogue.file(of: commune) })
        }
        if renderer.offers.hasCommuneFeeds {
            files.append(SiteFile(AlertFeeds.route(beside: page)) { self.feeds.commune(commune).bytes })
            files.append(SiteFile(EventCalendars.route(beside: page)) { self.calendars.commune(commune).bytes })
        }
        if renderer.offers.hasContactCards {
            files.append(SiteFile(ContactCards.route(beside: page)) { self.cards.file(of: commune) })
        }
        return files
    }

    /// - Parameters:
    ///   - communes: those whose own files are written.
    ///   - isWhole: whether these are all of them.
    func write(of communes: [Commune], isWhole: Bool, to staging: Staging, workers: Int) async throws {
        @Sendable func write(_ files: [SiteFile]) throws {
            for file in files {
                if let bytes = file.make() { try staging.write(file.path, bytes) }
            }
        }
        try write(shared)
        if isWhole {
            let _: [Void] = try await Parallel.map(bulk, workers: workers, chunk: 1) { files in
                try write(Array(files))
                return []
            }
        }
        let _: [Void] = try await Parallel.map(communes, workers: workers) { communes in
            for commune in communes { try write(self.files(of: commune)) }
            return []
        }
    }
}
