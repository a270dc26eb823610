import Diagnostics
import French
import SiteModel
import Syndication
import Templates

/// What many pages share, built once: lists of guides, contacts, alerts and events as templates read them,
/// and the parts of the layout that are the same everywhere, already rendered.
struct SiteParts: Sendable {
    let addresses: Addresses
    let assets: AssetTable
    let themes: Themes
    let communes: CommuneIndex
    /// Names that every template may use: `site`, `links`, `assets`, `publisher`, `emergency`.
    let names: Object
    /// By place of the guide: its entry in lists.
    let guides: [Value]
    /// The same for pages that a device may keep: a sensitive guide is not there.
    let quotableGuides: [Value?]
    /// By theme: the first of its guides, as the pages of all its guides list them.
    let siblings: [[Sibling]]
    struct Sibling: Sendable {
        /// Its place in `Site.guides`.
        let guide: Int
        let entry: Value
    }

    let facts: [Fact.ID: Value]
    let units: [Unit.ID: Value]
    /// By place in `Site.alerts` and `Site.events`.
    let alerts: [Value]
    let events: [Value]
    /// By place in `Site.alerts`: when it is over.
    private let ends: [LocalMoment]
    let time: LocalTime
    /// Latest day on which a feed was fetched.
    let latestFeed: CalendarDate?
    /// `populations légales 2023`: the year of the figures, as the feeds say it.
    let populationVintage: Value
    /// Where the figures come from: part of the sources of pages made from feeds.
    private(set) var feeds: Value = .html([])
    /// Guides by theme, as commune pages end.
    private(set) var guidesByTheme: Value = .html([])
    private(set) var headers: [SiteSection: Value] = [:]
    private(set) var footer: Value = .html([])
    /// Without the numbers for an emergency.
    private(set) var shortFooter: Value = .html([])
    private(set) var notice: Value = .html([])
    private(set) var diagnostics: [Diagnostic] = []

    init(site: Site, templates: TemplateLibrary, assets: AssetTable) {
        let settings = site.settings
        let addresses = Addresses(settings)
        let themes = Themes(site)
        let communes = CommuneIndex(site)
        self.addresses = addresses
        self.assets = assets
        self.themes = themes
        self.communes = communes
        facts = site.facts.mapValues { Self.fact($0) }
        units = site.units.mapValues { Self.unit($0) }
        guides = site.guides.map { Self.guide($0, addresses, summary: true) }
        quotableGuides = site.guides.map { $0.leavesFewTraces ? nil : Self.guide($0, addresses, summary: true) }
        siblings = themes.all.map { theme in
            theme.guides.lazy.filter { theme.isSensitive || !site.guides[$0].leavesFewTraces }.prefix(Self.siblingCount)
                .map { Sibling(guide: $0, entry: Self.sibling(site.guides[$0], addresses, isCurrent: false)) }
        }
        let time = LocalTime(settings)
        self.time = time
        ends = site.alerts.map(\.expires)
        alerts = site.alerts.map { Self.alert($0, addresses, time) }
        events = site.events.map { Self.event($0, in: site, communes, addresses, time) }
        latestFeed = site.feeds.map(\.retrieved).max()
        populationVintage = Self.populationVintage(site.feeds)
        names = Self.names(site, addresses, assets, facts)

        var faults: [Diagnostic] = []
        let outer = [names]
        func part(_ template: String, _ context: Object) -> Value {
            var bytes: [UInt8] = []
            faults += templates.render("partials/\(template)", context, outer: outer, into: &bytes)
            return .html(bytes)
        }
        notice = part("notice", [:])
        var footerNames = SiteFooter.names(site, addresses)
        footer = part("footer", footerNames)
        footerNames.set("hasEmergency", false)
        shortFooter = part("footer", footerNames)
        for section in SiteSection.allCases {
            headers[section] = part("header", ["items": section.navigation(addresses), "search": section.search(addresses)])
        }
        feeds = part(
            "feeds",
            [
                "hasFeeds": .bool(!site.feeds.isEmpty),
                "count": .text(FrenchText.count(site.feeds.count, "source", "sources")),
                "feeds": .list(site.feeds.map(Self.feed)),
            ])
        let summaries = themes.all.map { themeSummary($0, limit: 6) }
        guidesByTheme = part(
            "commune-guides",
            ["hasThemes": .bool(!summaries.isEmpty), "themes": .list(summaries)])
        diagnostics = faults
    }

    /// When the last of some alerts is over; absent for none.
    func until(_ alerts: [Int]) -> Value {
        .text(alerts.map { ends[$0] }.max { $0.end < $1.end }.map(time.briefEnd))
    }

    /// A theme with its first guides, and a link to the others. Of sensitive guides it says how many there are.
    func themeSummary(_ theme: Themes.Theme, limit: Int) -> Value {
        let href = addresses.href(.theme(theme.id))
        let count = theme.guides.count
        let shown = theme.guides.lazy.compactMap { quotableGuides[$0] }.prefix(limit)
        let all = count == 1 ? "Le guide de ce thème" : "Les \(FrenchText.number(count)) guides de ce thème"
        let more: Value = ["href": .text(href), "text": .text(all)]
        return [
            "id": .text(theme.id), "title": .text(theme.title), "href": .text(href),
            "summary": .text(theme.isSensitive ? nil : theme.summary),
            "count": .text(FrenchText.count(count, "guide", "guides")),
            "guides": .list(Array(shown)), "hasGuides": .bool(!shown.isEmpty), "more": count > shown.count ? more : .absent,
        ]
    }

    private static func names(
        _ site: Site, _ addresses: Addresses, _ assets: AssetTable, _ facts: [Fact.ID: Value],
    ) -> Object {
        func asset(_ name: String) -> Value {
            guard let route = assets.route(name) else { return .absent }
            return .text(addresses.href(route))
        }
        func integrity(_ name: String) -> Value {
            guard let asset = assets.asset(name), !asset.integrity.isEmpty else { return .absent }
            return .text(asset.integrity)
        }
        let settings = site.settings
        let departement = settings.departement
        let publisher = settings.publisher
        let emergency = settings.emergency.compactMap { facts[$0] }
        return [
            "site": [
                "title": .text(settings.title),
                "departement": .text(departement.name),
                "locative": .text(departement.locative),
                "genitive": .text(departement.genitive),
                "demonstration": .bool(site.notice != nil),
                "demonstrationNotice": .text(site.notice),
            ],
            "links": [
                "home": .text(addresses.href(.home)), "guides": .text(addresses.href(.guides)),
                "communes": .text(addresses.href(.communes)),
                "communeList": .text(addresses.href(.communeList)),
                "bulletins": .text(addresses.href(.bulletins)),
                "alerts": .text(addresses.href(.alerts)), "agenda": .text(addresses.href(.agenda)),
                "search": .text(addresses.href(.search)), "sources": .text(addresses.href(LegalPage.sources.route)),
                "manifest": .text(addresses.href(.webManifest)),
                "quickExit": .text(settings.quickExit), "traces": traces(site, addresses),
            ],
            "assets": [
                "style": asset("style.css"), "styleIntegrity": integrity("style.css"),
                "theme": asset("theme.css"), "themeIntegrity": integrity("theme.css"),
                "script": asset("site.js"), "scriptIntegrity": integrity("site.js"),
                "device": asset("device.js"), "deviceIntegrity": integrity("device.js"),
                "encart": asset("encart.css"), "encartIntegrity": integrity("encart.css"),
                "encartScript": asset("encart.js"), "encartScriptIntegrity": integrity("encart.js"),
                "search": asset("search.js"), "searchIntegrity": integrity("search.js"),
                "searchStyle": asset("search.css"), "searchStyleIntegrity": integrity("search.css"),
                "consultationStyle": asset("consultation.css"), "consultationStyleIntegrity": integrity("consultation.css"),
                "reuseStyle": asset("reuse.css"), "reuseStyleIntegrity": integrity("reuse.css"),
                "reuseScript": asset("reuse.js"), "reuseScriptIntegrity": integrity("reuse.js"),
                "encartScript": asset("encart.js"), "encartScriptIntegrity": integrity("encart.js"),
                "icon": asset("icon.svg"), "touchIcon": asset("icon-touch.png"),
            ],
            "publisher": [
                "name": .text(publisher.name), "address": .text(publisher.address),
                "telephone": Wording.telephone(publisher.telephone),
                "email": .text(publisher.email), "mailto": .text(Addresses.mailto(publisher.email)),
                "reportError": .text(
                    Addresses.mailto(settings.corrections ?? publisher.email, subject: "Erreur sur « \(settings.title) »")),
                "director": .text(publisher.director), "editor": .text(publisher.editor),
                "host": [
                    "name": .text(publisher.host.name), "address": .text(publisher.host.address),
                    "telephone": Wording.telephone(publisher.host.telephone),
                ],
            ],
            "hasEmergency": .bool(!emergency.isEmpty), "emergency": .list(emergency),
            "firstEmergency": .list(Array(emergency.prefix(1))),
            "hasOtherEmergency": .bool(emergency.count > 1),
            "otherEmergency": .list(Array(emergency.dropFirst())),
        ]
    }

    /// The guide that says how to leave no traces, where there is one.
    private static func traces(_ site: Site, _ addresses: Addresses) -> Value {
        let guide = site.guides.first { $0.kind == .guide(theme: Page.violence) && $0.slug == "sans-laisser-de-traces" }
        guard let guide, let route = Route.page(guide) else { return .absent }
        return ["href": .text(addresses.href(route)), "title": .text(guide.frontMatter.title)]
    }

    private static func populationVintage(_ feeds: [Feed]) -> Value {
        for feed in feeds {
            for part in feed.vintage.split(separator: ",") where part.contains("population") {
                return .text(part.split(separator: " ").joined(separator: " "))
            }
        }
        let legal = feeds.first { $0.format == "insee-populations" }
        return .text(legal.map { "populations légales \($0.vintage)" })
    }
}
