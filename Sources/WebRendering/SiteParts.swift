import Diagnostics
import French
import SiteModel
import Templates

/// What many pages share, built once: lists of guides, contacts, alerts and events as templates read them,
/// and the parts of the layout that are the same everywhere, already rendered.
struct SiteParts: Sendable {
    let addresses: Addresses
    let themes: Themes
    let communes: CommuneIndex
    /// Names that every template may use: `site`, `links`, `assets`, `publisher`, `emergency`.
    let names: Object
    /// By place of the guide: its entry in lists.
    let guides: [Value]
    /// The same without a word of what the guide says.
    let guideTitles: [Value]
    /// By theme: the first of its guides, as the pages of all its guides list them.
    let siblings: [[Value]]
    let facts: [Fact.ID: Value]
    let units: [Unit.ID: Value]
    /// By place in `Site.alerts` and `Site.events`.
    let alerts: [Value]
    let events: [Value]
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
    private(set) var notice: Value = .html([])
    private(set) var diagnostics: [Diagnostic] = []

    init(site: Site, templates: TemplateLibrary, assets: AssetTable) {
        let settings = site.settings
        let addresses = Addresses(settings)
        let themes = Themes(site)
        let communes = CommuneIndex(site)
        self.addresses = addresses
        self.themes = themes
        self.communes = communes
        facts = site.facts.mapValues { Self.fact($0) }
        units = site.units.mapValues { Self.unit($0) }
        guides = site.guides.map { Self.guide($0, addresses, summary: true) }
        guideTitles = site.guides.map { Self.guide($0, addresses, summary: !Themes.isSensitive($0)) }
        siblings = themes.all.map { theme in
            theme.guides.prefix(Self.siblingCount).map { Self.sibling(site.guides[$0], addresses, isCurrent: false) }
        }
        alerts = site.alerts.map { Self.alert($0, addresses) }
        events = site.events.map { Self.event($0, in: site, communes, addresses) }
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
        footer = part("footer", SiteFooter.names(site, addresses))
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
        let summaries = themes.all.map { themeSummary($0, limit: 6, entries: guideTitles) }
        guidesByTheme = part(
            "commune-guides",
            ["hasThemes": .bool(!summaries.isEmpty), "themes": .list(summaries)])
        diagnostics = faults
    }

    /// A theme with its first guides, and a link to the others.
    func themeSummary(_ theme: Themes.Theme, limit: Int, entries: [Value]) -> Value {
        let href = addresses.href(.theme(theme.id))
        let count = theme.guides.count
        let more: Value = [
            "href": .text(href), "text": .text("Les \(FrenchText.number(count)) guides de ce thème"),
        ]
        return [
            "id": .text(theme.id), "title": .text(theme.title), "href": .text(href),
            "summary": .text(theme.isSensitive ? nil : theme.summary),
            "count": .text(FrenchText.count(count, "guide", "guides")),
            "guides": .list(theme.guides.prefix(limit).map { entries[$0] }),
            "more": count > limit ? more : .absent,
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
                "demonstration": .bool(site.isDemonstration),
                "demonstrationNotice": .text(Demonstration.notice),
            ],
            "links": [
                "home": .text(addresses.href(.home)), "guides": .text(addresses.href(.guides)),
                "communes": .text(addresses.href(.communes)),
                "communeList": .text(addresses.href(.communeList)),
                "bulletins": .text(addresses.href(.bulletins)),
                "alerts": .text(addresses.href(.alerts)), "agenda": .text(addresses.href(.agenda)),
                "search": .text(addresses.href(.search)),
            ],
            "assets": [
                "style": asset("style.css"), "styleIntegrity": integrity("style.css"),
                "script": asset("site.js"), "scriptIntegrity": integrity("site.js"),
                "encart": asset("encart.css"), "encartIntegrity": integrity("encart.css"),
                "search": asset("search.js"), "searchIntegrity": integrity("search.js"),
                "icon": asset("icon.svg"),
            ],
            "publisher": [
                "name": .text(publisher.name), "address": .text(publisher.address),
                "telephone": Wording.telephone(publisher.telephone),
                "email": .text(publisher.email), "mailto": .text(Addresses.mailto(publisher.email)),
                "reportError": .text(
                    Addresses.mailto(settings.corrections ?? publisher.email, subject: "Erreur sur « \(settings.title) »")),
                "director": .text(publisher.director), "host": .text(publisher.host),
            ],
            "hasEmergency": .bool(!emergency.isEmpty), "emergency": .list(emergency),
            "firstEmergency": .list(Array(emergency.prefix(1))),
            "hasOtherEmergency": .bool(emergency.count > 1),
            "otherEmergency": .list(Array(emergency.dropFirst())),
        ]
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
