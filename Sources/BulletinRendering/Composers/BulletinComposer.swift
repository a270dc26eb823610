import Figures
import French
import JSON
public import SiteModel

/// Turns an edition into the print jobs of its bulletins. What all communes share is written once.
public struct BulletinComposer: Sendable {
    /// As many meetings as the side column can hold.
    static let mostEvents = 4
    /// Pages that a bulletin in large print may have.
    private static let largeBudget = 16

    private let site: Site
    private let edition: Edition
    private let document: PrintDocument
    private let codes: QRCodes
    private let figures: FigureFields
    private let names: [INSEECode: String]
    private let shared: (bytes: [UInt8], facts: [Fact.ID])
    /// The field `facts` of a commune whose note cites none.
    private let sharedFacts: [UInt8]

    /// - Parameters:
    ///   - document: the bulletin, or the bulletin in large print.
    ///   - codes: shared by all that is printed together.
    public init(edition: Edition, site: Site, document: PrintDocument = .bulletin, codes: QRCodes = QRCodes()) {
        self.document = document
        self.codes = codes
        self.site = site
        self.edition = edition
        figures = FigureFields(site)
        names = Dictionary(site.communes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let shared = EditionWriter(edition: edition, site: site).fields(budget: document == .bulletinLarge ? Self.largeBudget : nil)
        self.shared = shared
        var json = JSONWriter()
        FactsWriter(site: site).field(shared.facts, into: &json)
        sharedFacts = json.bytes
    }

    public func job(for commune: Commune) -> PrintJob {
        let territory = "commune \(FrenchText.of(commune))"
        let address = PrintAddress(base: site.settings.baseURL)
        let url = address.url(.commune(commune))
        var shape: [UInt8] = []
        let id = "\(document.rawValue)-\(edition.id)-\(commune.code)"
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            json.field("template", document.template)
            json.field("title", title(territory))
            json.key("commune")
            json.object { json in
                json.field("code", commune.code.text)
                json.field("name", commune.name)
                json.field("territory", PrintText.apply(territory.prefix(1).uppercased() + territory.dropFirst()))
                if let parts = parts(of: commune) { json.field("parts", parts) }
                json.field("url", url)
                json.field("address", address.short(url))
                situation(of: commune, into: &json)
            }
            codes.field(to: url, of: commune, into: &json)
            json.fields(shared.bytes)
            json.key("note")
            let facts = note(for: commune, into: &json)
            let start = json.bytes.count
            alerts(for: commune, into: &json)
            EventsWriter(site: site, most: edition.has(.events) ? Self.mostEvents : 0)
                .field(of: commune, from: edition.date, into: &json)
            CommitmentsWriter(day: edition.date, site: site)
                .field(edition.commitments(of: commune, in: site), for: commune.code, into: &json)
            shape = Array(json.bytes[start...])
            json.key("figures")
            if edition.has(.figures) {
                shape += self.shape(of: commune, figures: figures.write(commune, into: &json))
            } else {
                json.null()
                shape += self.shape(of: commune, figures: 0)
            }
            ServicesWriter(site: site).field(of: commune, into: &json)
            CommuneContactsWriter(commune: shown(commune)).fields(into: &json)
            if facts.isEmpty {
                json.fields(sharedFacts)
            } else {
                FactsWriter(site: site).field(shared.facts + facts, into: &json)
            }
            // The last: what corrects a frozen edition takes its place.
            json.fields(ErrataWriter.field(edition.errata))
        }
        return PrintJob(id: id, document: document, subject: commune.name, source: edition.page.file, data: json.bytes, shape: shape)
    }

    /// How much there is to fit of what differs from one commune to the next, alerts and meetings apart.
    private func shape(of commune: Commune, figures: Int) -> [UInt8] {
        [
            site.communeNotes[commune.code] == nil ? 0 : 1, commune.townHall == nil ? 0 : 1,
            UInt8(clamping: figures), UInt8(clamping: commune.unitIDs.count),
            UInt8(clamping: commune.contacts.count), UInt8(clamping: commune.contacts.reduce(0) { $0 + $1.label.utf8.count } / 8),
        ]
    }

    /// The commune without what the edition leaves out.
    private func shown(_ commune: Commune) -> Commune {
        var shown = commune
        if !edition.has(.townHall) { shown.townHall = nil }
        if !edition.has(.officials) { shown.contacts = [] }
        return shown
    }

    /// The map of where it is, and its neighbours, where contours are known.
    private func situation(of commune: Commune, into json: inout JSONWriter) {
        let map = site.map.flatMap { LocatorMap($0, commune: commune, departement: site.settings.departement) }
        guard let map else { return }
        let names = commune.neighbours.compactMap { self.names[$0] }
        json.key("map")
        json.object { json in
            json.field("svg", map.svg)
            json.field("alternative", map.alternative)
            json.field(
                "neighbours",
                names.isEmpty
                    ? nil
                    : "\(names.count > 1 ? "Communes voisines" : "Commune voisine")\u{A0}: \(FrenchText.list(names.map(PrintText.apply)))")
        }
    }

    /// `Communes déléguées : Annecy, Meythet et Seynod`; `nil` for a commune that has none.
    private func parts(of commune: Commune) -> String? {
        let text = FrenchText.partsLines(commune.parts).map { "\($0.label)\u{A0}: \($0.names)" }
            .joined(separator: "\u{A0}; ")
        return text.isEmpty ? nil : text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Of the PDF: shown by readers in place of the file's name.
    private func title(_ territory: String) -> String {
        let title = Typography.apply(site.settings.title)
        let print = document == .bulletinLarge ? ", en gros caractères" : ""
        let words = "\(title), n°\u{A0}\(edition.number), \(edition.period), \(territory)\(print)"
        return site.notice.map { "\(words) (\($0))" } ?? words
    }

    private func note(for commune: Commune, into json: inout JSONWriter) -> [Fact.ID] {
        guard edition.has(.note), let page = site.communeNotes[commune.code] else {
            json.null()
            return []
        }
        let title = page.frontMatter.title
        return EditionWriter(edition: edition, site: site).text(
            title.isEmpty ? "Dans votre commune" : PrintText.apply(title), site.printed(page), into: &json)
    }

    /// Those still valid as long after the edition as it asks, the gravest first.
    private func alerts(for commune: Commune, into json: inout JSONWriter) {
        let valid = site.alerts.filter {
            edition.prints($0) && ($0.communes.isEmpty || $0.communes.contains(commune.code))
        }
        let levels: [(level: Alert.Level, label: String)] = [
            (.danger, "Danger"), (.vigilance, "Vigilance"), (.information, "Information"),
        ]
        json.key("alerts")
        json.array(levels.flatMap { level in valid.filter { $0.level == level.level }.map { (level.label, $0) } }) {
            json, item in
            let (label, alert) = item
            let address = PrintAddress(base: site.settings.baseURL)
            let url = Route.page(alert.page).map(address.url)
            json.object { json in
                json.field("level", alert.level.rawValue)
                json.field("label", label)
                json.field("title", PrintText.apply(alert.page.frontMatter.title))
                json.field("summary", PrintText.apply(alert.page.frontMatter.summary))
                json.field("until", "Valable \(FrenchText.validity(of: alert))")
                json.field("source", PrintText.apply(alert.source))
                json.field("url", url)
                json.field("address", url.map(address.short))
            }
        }
    }
}
