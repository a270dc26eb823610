import French
import JSON
public import SiteModel

/// Turns a guide or an alert into the sheets that it asks for: leaflets, booklet, posters, cards.
public struct PagePrintComposer: Sendable {
    /// Far more than any text should take; where it is reached, the text is at fault.
    private static let mostPages = 48
    private static let mostNumbers = 4

    private let site: Site
    private let codes: QRCodes
    private let sheet: SheetWriter
    private let writer: DocumentWriter
    private let alertNumber: AlertNumberComposer

    /// - Parameter codes: shared by all that is printed together.
    public init(site: Site, codes: QRCodes = QRCodes()) {
        self.site = site
        self.codes = codes
        sheet = SheetWriter(site: site)
        writer = DocumentWriter(site: site)
        alertNumber = AlertNumberComposer(site: site, codes: codes)
    }

    public func job(_ kind: PrintedSheet, of guide: Page) -> PrintJob { job(kind, of: guide, alert: nil) }

    /// A poster; an alert has no other sheets.
    public func job(_ kind: PrintedSheet, of alert: Alert) -> PrintJob { job(kind, of: alert.page, alert: alert) }

    private func job(_ kind: PrintedSheet, of page: Page, alert: Alert?) -> PrintJob {
        let route = Route.page(page)?.path ?? "/\(page.slug)/"
        let id = kind.rawValue + route.dropLast().replacing("/", with: "-")
        var json = JSONWriter()
        json.object { json in
            switch kind {
            case .posterA4: poster(id, page, alert, on: .a4, into: &json)
            case .posterA3: poster(id, page, alert, on: .a3, into: &json)
            case .leafletA4: leaflet(id, .leaflet, page, on: .a4, into: &json)
            case .leafletA5: leaflet(id, .leaflet, page, on: .a5, into: &json)
            case .bookletA5: leaflet(id, .booklet, page, on: .a5, into: &json)
            case .cardsA6: cards(id, page, into: &json)
            case .alertNumber: alertNumber.fields(id, for: nil, page: url(of: page), into: &json)
            }
        }
        return PrintJob(
            id: id, document: PrintDocument(kind), subject: page.frontMatter.title, source: page.file, data: json.bytes,
            shape: Array(page.file.utf8))
    }

    // MARK: - Kinds

    private func poster(_ id: String, _ page: Page, _ alert: Alert?, on format: PaperFormat, into json: inout JSONWriter) {
        let date = alert?.sent.day ?? sheet.date(of: page)
        sheet.head(id, .poster, on: format, title: title(page), date: date, budget: 1, into: &json)
        message(of: page, alert, into: &json)
    }

    /// What a poster says, whoever it is for.
    ///
    /// - Parameter fills: whether emergency numbers take what room the numbers of the text leave.
    func message(of page: Page, _ alert: Alert? = nil, fills: Bool = true, into json: inout JSONWriter) {
        json.field("kind", "message")
        var facts: [Fact.ID] = []
        json.key("message")
        json.object { json in
            if let alert {
                json.field("label", FrenchText.name(of: alert.level))
                json.field("level", alert.level.rawValue)
                json.field("until", "Valable \(FrenchText.validity(of: alert))")
                json.field("source", PrintText.apply(alert.source))
            } else {
                json.field("label", theme(of: page).title)
                json.field("level", nil)
                json.field("until", nil)
                json.field("source", nil)
            }
            heading(of: page, into: &json)
            json.key("essential")
            facts += writer.essential(of: site.printed(page).withoutImages, into: &json)
        }
        let numbers = numbers(of: page, fills: fills)
        sheet.numbers("numbers", numbers, into: &json)
        code(of: page, into: &json)
        sheet.ours(into: &json)
        FactsWriter(site: site).field(numbers.map(\.id) + facts, into: &json)
    }

    private func leaflet(
        _ id: String, _ document: PrintDocument, _ page: Page, on format: PaperFormat, into json: inout JSONWriter,
    ) {
        sheet.head(
            id, document, on: format, title: title(page), date: sheet.date(of: page), budget: Self.mostPages, into: &json)
        if document == .booklet { json.field("imposition", "booklet") }
        var facts = site.settings.emergency
        json.key("guide")
        json.object { json in
            heading(of: page, into: &json)
            if page.frontMatter.draft {
                json.key("draft")
                json.boolean(true)
            }
            json.field("checked", sheet.checked(page.document).map(FrenchText.date))
            json.field("reviewer", page.frontMatter.reviewedBy.map { "\(PrintText.apply($0.function)), le \(FrenchText.date($0.date))" })
            json.key("parts")
            facts += writer.parts(of: site.printed(page), into: &json)
        }
        sheet.emergency(into: &json)
        code(of: page, into: &json)
        sheet.ours(into: &json)
        FactsWriter(site: site).field(facts, into: &json)
    }

    /// Neither the guide's name nor its address nor its theme.
    private func cards(_ id: String, _ page: Page, into json: inout JSONWriter) {
        sheet.head(id, .card, on: .a4, title: "Numéros utiles", date: sheet.date(of: page), budget: 2, into: &json)
        let telephones = sheet.telephones(citedBy: page)
        let numbers = telephones.isEmpty ? site.settings.emergency.compactMap { site.facts[$0] } : telephones
        json.key("numbers")
        json.array(numbers) { json, fact in
            let label = PrintText.apply(fact.discreet ?? fact.label)
            json.object { json in
                json.field("id", fact.id)
                json.field("value", FactText.value(fact))
                json.field("label", label)
            }
        }
        json.key("silent")
        json.boolean(numbers.contains { $0.id == Self.silentNumber })
        json.field("checked", numbers.compactMap(\.certainSince).min().map(FrenchText.date))
        sheet.ours(into: &json)
    }

    /// Emergency calls by SMS.
    private static let silentNumber = "114"

    // MARK: - Parts

    func title(_ page: Page) -> String { PrintText.apply(page.frontMatter.title) }

    private func theme(of page: Page) -> (id: String, title: String) {
        guard case .guide(let id) = page.kind else { return ("", "") }
        return (id, PrintText.apply(site.settings.themes.first { $0.id == id }?.title ?? "Guide"))
    }

    private func heading(of page: Page, into json: inout JSONWriter) {
        let front = page.frontMatter
        let theme = theme(of: page)
        let url = url(of: page)
        json.field("theme", theme.id)
        json.field("themeTitle", theme.title)
        json.field("title", title(page))
        json.field("summary", PrintText.apply(front.summary))
        json.field("updated", front.updated.map(FrenchText.date))
        json.field("url", url)
        json.field("address", sheet.address.short(url))
    }

    private func url(of page: Page) -> String {
        Route.page(page).map(sheet.address.url) ?? site.settings.baseURL
    }

    private func code(of page: Page, into json: inout JSONWriter) {
        codes.field(
            to: url(of: page), alternative: "Code QR\u{A0}: « \(title(page)) » sur le portail", into: &json)
    }

    /// Whom to call: the first emergency number, then those that the text cites, then other emergency numbers as long as
    /// there are few.
    private func numbers(of page: Page, fills: Bool) -> [Fact] {
        let emergency = site.settings.emergency.compactMap { site.facts[$0] }
        var numbers: [Fact] = []
        func add(_ facts: some Sequence<Fact>, upTo count: Int) {
            for fact in facts where numbers.count < count && !numbers.contains(where: { $0.id == fact.id }) {
                numbers.append(fact)
            }
        }
        add(emergency.prefix(1), upTo: Self.mostNumbers)
        add(sheet.telephones(citedBy: page), upTo: Self.mostNumbers)
        if fills { add(emergency, upTo: Self.mostNumbers - 1) }
        return numbers
    }
}
