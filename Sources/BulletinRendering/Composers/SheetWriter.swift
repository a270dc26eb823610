import French
import JSON
import SiteModel

/// Writes what the sheets besides the bulletin have in common: posters, leaflets, cards.
struct SheetWriter {
    let site: Site
    let address: PrintAddress

    init(site: Site) {
        self.site = site
        address = PrintAddress(base: site.settings.baseURL)
    }

    /// The fields that the worker and `lib/sheet.typ` take.
    ///
    /// - Parameters:
    ///   - title: of the PDF, without the site's notice.
    ///   - date: of the sheet; the PDF's timestamp.
    ///   - budget: how many pages it may have.
    func head(
        _ id: String, _ document: PrintDocument, on format: PaperFormat, title: String, date: CalendarDate?, budget: Int,
        into json: inout JSONWriter,
    ) {
        let epoch = CalendarDate(iso: "1970-01-01")?.dayNumber ?? 0
        json.field("id", id)
        json.field("template", document.template)
        json.field("format", format.rawValue)
        json.field("title", site.notice.map { "\(title) (\($0))" } ?? title)
        json.field("timestamp", ((date?.dayNumber ?? epoch) - epoch) * 86_400)
        json.field("budget", budget)
        json.field("author", PrintText.apply(site.settings.publisher.name))
        json.field("notice", site.notice)
        json.key("site")
        json.object { json in
            json.field("title", PrintText.apply(site.settings.title))
            json.field("address", address.short(site.settings.baseURL))
        }
        json.key("departement")
        json.object { json in
            json.field("code", site.settings.departement.code)
            json.field("name", site.settings.departement.name)
        }
    }

    /// The field `emergency`: the numbers that every sheet gives.
    func emergency(into json: inout JSONWriter) {
        numbers("emergency", site.settings.emergency.compactMap { site.facts[$0] }, into: &json)
    }

    /// Facts as numbers to call: what is before the first comma of a label names it, the rest says what it does.
    func numbers(_ key: String, _ facts: [Fact], into json: inout JSONWriter) {
        json.key(key)
        json.array(facts) { json, fact in
            json.object { json in
                json.field("id", fact.id)
                json.field("value", FactText.value(fact))
                json.field("label", PrintText.apply(fact.label))
            }
        }
    }

    /// The field `ours`: who answers for the sheet, as the law of 1881 asks.
    func ours(director: String? = nil, printer: String = "par nos soins", into json: inout JSONWriter) {
        let publisher = site.settings.publisher
        json.key("ours")
        json.object { json in
            json.field("publisher", PrintText.apply(publisher.name))
            json.field("address", PrintText.apply(publisher.address))
            json.field("telephone", FrenchText.telephone(publisher.telephone))
            json.field("email", publisher.email)
            json.field("director", PrintText.apply(director ?? publisher.director))
            json.field("printer", PrintText.apply(printer))
        }
    }

    /// The facts of kind telephone that a document cites, each once, in order.
    ///
    /// What may be left out while nobody has confirmed it is not among them.
    func telephones(citedBy page: Page) -> [Fact] {
        var seen: Set<Fact.ID> = []
        return page.document.directives.filter { $0.name == "fact" && seen.insert($0.label).inserted }.compactMap { directive in
            guard let fact = site.facts[directive.label], fact.kind == .telephone else { return nil }
            return directive.isOptionalFact && fact.status == .toCheck ? nil : fact
        }
    }

    /// The day on which a text was last right: that of its update, else the last check of what it cites.
    func date(of page: Page) -> CalendarDate? {
        page.frontMatter.updated ?? checked(page.document)
    }

    /// The earliest check of what a document cites: all of it has been read since.
    func checked(_ document: Document) -> CalendarDate? {
        document.citedFacts.compactMap { site.facts[$0]?.certainSince }.min()
    }
}
