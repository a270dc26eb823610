import French
import JSON
import SiteModel

/// Writes what all bulletins of an edition share.
struct EditionWriter {
    let edition: Edition
    let site: Site
    let writer: DocumentWriter

    init(edition: Edition, site: Site) {
        self.edition = edition
        self.site = site
        self.writer = DocumentWriter(site: site)
    }

    /// The fields, without braces around them, and the facts that they cite, in order.
    func fields(budget: Int? = nil) -> (bytes: [UInt8], facts: [Fact.ID]) {
        var json = JSONWriter()
        var facts = site.settings.emergency
        head(budget: budget, into: &json)
        let guides = edition.featured.compactMap { id in site.guides.first { $0.id == id } }
        json.key("phenomenon")
        facts += guide(edition.has(.phenomenon) ? guides.first : nil, into: &json)
        json.key("guide")
        facts += guide(edition.has(.guide) ? guides.dropFirst().first : nil, into: &json)
        json.key("others")
        json.array(edition.has(.others) ? guides.dropFirst(2) : []) { json, page in json.object { heading(of: page, into: &$0) } }
        json.key("editorial")
        if edition.has(.editorial) {
            facts += text("Éditorial", site.printed(edition.page), into: &json)
        } else {
            json.null()
        }
        json.key("briefs")
        json.array(edition.has(.briefs) ? edition.briefs : []) { json, brief in
            facts += InlineFacts.directives(in: brief).map(\.label)
            json.string(PrintText.apply(InlineFacts.resolve(brief, site.facts)))
        }
        json.key("emergency")
        json.array(site.settings.emergency.compactMap { site.facts[$0] }) { json, fact in
            json.object { json in
                json.field("id", fact.id)
                json.field("value", FactText.value(fact))
                json.field("label", PrintText.apply(fact.label))
            }
        }
        feeds(into: &json)
        notice(into: &json)
        return (json.bytes, facts)
    }

    /// A titled text with its parts; `null` where it is empty.
    func text(_ title: String, _ document: Document, into json: inout JSONWriter) -> [Fact.ID] {
        guard document.nodes.count > 1 else {
            json.null()
            return []
        }
        var facts: [Fact.ID] = []
        json.object { json in
            json.field("title", title)
            json.key("parts")
            facts = writer.parts(of: document.withoutImages, into: &json)
        }
        return facts
    }

    private func head(budget: Int?, into json: inout JSONWriter) {
        // Noon would do as well: only that it never changes matters.
        let epoch = CalendarDate(iso: "1970-01-01")?.dayNumber ?? 0
        json.field("timestamp", (edition.date.dayNumber - epoch) * 86_400)
        json.field("budget", budget ?? edition.pages)
        json.key("sections")
        json.array(edition.sections) { $0.string($1.rawValue) }
        json.field("author", PrintText.apply(edition.publisher?.name ?? site.settings.publisher.name))
        json.field("notice", site.notice)
        json.key("site")
        json.object { json in
            json.field("title", PrintText.apply(site.settings.title))
            json.field("address", writer.address.short(site.settings.baseURL))
        }
        json.key("departement")
        json.object { json in
            json.field("code", site.settings.departement.code)
            json.field("name", site.settings.departement.name)
        }
        json.key("edition")
        json.object { json in
            json.field("title", PrintText.apply(edition.page.frontMatter.title))
            json.field("number", "n°\u{A0}\(edition.number)")
            json.field("period", edition.period)
            json.field("date", FrenchText.date(edition.date))
        }
    }

    private func heading(of page: Page, into json: inout JSONWriter) {
        var theme = ""
        if case .guide(let id) = page.kind { theme = id }
        let url = Route.page(page).map(writer.address.url) ?? site.settings.baseURL
        json.field("theme", theme)
        json.field(
            "themeTitle",
            PrintText.apply(site.settings.themes.first { $0.id == theme }?.title ?? "Guide"))
        json.field("title", PrintText.apply(page.frontMatter.title))
        json.field("summary", PrintText.apply(page.frontMatter.summary))
        json.field("url", url)
        json.field("address", writer.address.short(url))
    }

    private func guide(_ page: Page?, into json: inout JSONWriter) -> [Fact.ID] {
        guard let page else {
            json.null()
            return []
        }
        var facts: [Fact.ID] = []
        json.object { json in
            heading(of: page, into: &json)
            json.key("parts")
            facts = writer.parts(of: site.printed(page).withoutImages, into: &json)
        }
        return facts
    }

    private func feeds(into json: inout JSONWriter) {
        json.key("feeds")
        // Which company a brigade belongs to is nowhere printed.
        json.array(site.feeds.filter { $0.format != "companies" }) { json, feed in
            json.object { json in
                json.field("section", Self.section(of: feed))
                json.field("title", PrintText.apply(feed.title))
                json.field("vintage", PrintText.apply(feed.vintage))
                json.field("producer", PrintText.apply(feed.producer))
                json.field("licence", PrintText.apply(feed.licence))
            }
        }
    }

    /// The section that holds all that is printed of a feed, and without which its source is not; `nil` for one that
    /// every sheet needs.
    private static func section(of feed: Feed) -> String? {
        switch feed.format {
        case "ssmsi-communes", "ssmsi-departements": "figures"
        case "annuaire-mairies": "townHall"
        case "contacts": "officials"
        default: nil
        }
    }

    private func notice(into json: inout JSONWriter) {
        let publisher = site.settings.publisher
        json.key("ours")
        json.object { json in
            let own = edition.publisher
            json.field("publisher", PrintText.apply(own?.name ?? publisher.name))
            json.field("address", PrintText.apply(own?.address ?? publisher.address))
            json.field("telephone", FrenchText.telephone(own?.telephone ?? publisher.telephone))
            json.field("email", own?.email ?? publisher.email)
            json.field(
                "director",
                PrintText.apply(edition.director.isEmpty ? publisher.director : edition.director))
            json.field("printer", PrintText.apply(edition.printer))
            json.field("deposit", edition.legalDeposit.map(PrintText.apply))
        }
    }
}
