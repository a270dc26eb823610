import Figures
import French
import JSON
public import SiteModel

/// Turns an edition into the print jobs of its bulletins. What all communes share is written once.
public struct BulletinComposer: Sendable {
    /// As many meetings as the side column can hold.
    static let mostEvents = 4

    private let site: Site
    private let edition: Edition
    private let figures: FigureFields
    private let names: [INSEECode: String]
    private let shared: (bytes: [UInt8], facts: [Fact.ID])

    public init(edition: Edition, site: Site) {
        self.site = site
        self.edition = edition
        figures = FigureFields(site)
        names = Dictionary(site.communes.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.shared = EditionWriter(edition: edition, site: site).fields()
    }

    public func job(for commune: Commune) -> PrintJob {
        let territory = "commune \(FrenchText.of(commune))"
        let address = PrintAddress(base: site.settings.baseURL)
        let url = address.url(.commune(commune))
        var facts = shared.facts
        var shape: [UInt8] = []
        let id = "bulletin-\(edition.id)-\(commune.code)"
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            json.field("template", PrintDocument.bulletin.template)
            json.field("title", title(territory))
            json.key("commune")
            json.object { json in
                json.field("code", commune.code.text)
                json.field("name", commune.name)
                json.field("territory", territory.prefix(1).uppercased() + territory.dropFirst())
                if let parts = parts(of: commune) { json.field("parts", parts) }
                json.field("url", url)
                json.field("address", address.short(url))
                situation(of: commune, into: &json)
            }
            qrCode(to: url, of: commune, into: &json)
            json.fields(shared.bytes)
            json.key("note")
            facts += note(for: commune, into: &json)
            let start = json.bytes.count
            alerts(for: commune, into: &json)
            events(for: commune, into: &json)
            shape = Array(json.bytes[start...])
            json.key("figures")
            shape += self.shape(of: commune, figures: figures.write(commune, into: &json))
            contacts(of: commune, into: &json)
            CommuneContactsWriter(commune: commune).fields(into: &json)
            self.facts(facts, into: &json)
        }
        return PrintJob(id: id, subject: commune.name, data: json.bytes, shape: shape)
    }

    /// How much there is to fit of what differs from one commune to the next, alerts and meetings apart.
    private func shape(of commune: Commune, figures: Int) -> [UInt8] {
        [
            site.communeNotes[commune.code] == nil ? 0 : 1, commune.townHall == nil ? 0 : 1,
            UInt8(clamping: figures), UInt8(clamping: commune.unitIDs.count),
            UInt8(clamping: commune.contacts.count), UInt8(clamping: commune.contacts.reduce(0) { $0 + $1.label.utf8.count } / 8),
        ]
    }

    /// To the commune's page, for a telephone before a notice board.
    private func qrCode(to url: String, of commune: Commune, into json: inout JSONWriter) {
        json.key("qr")
        guard let code = QRCode(url) else { return json.null() }
        json.object { json in
            json.field("svg", code.svg)
            json.field("alt", "Code QR\u{A0}: la page \(FrenchText.of(commune)) sur le portail")
        }
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
                    : "\(names.count > 1 ? "Communes voisines" : "Commune voisine")\u{A0}: \(FrenchText.list(names.map(Typography.apply)))")
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
        let words = "\(title), n°\u{A0}\(edition.number), \(edition.period), \(territory)"
        return site.isDemonstration ? "\(words) (\(Demonstration.notice))" : words
    }

    private func note(for commune: Commune, into json: inout JSONWriter) -> [Fact.ID] {
        guard let page = site.communeNotes[commune.code] else {
            json.null()
            return []
        }
        let title = page.frontMatter.title
        return EditionWriter(edition: edition, site: site).text(
            title.isEmpty ? "Dans votre commune" : Typography.apply(title), page.document, into: &json)
    }

    /// Those still valid on the day of the edition, the gravest first.
    private func alerts(for commune: Commune, into json: inout JSONWriter) {
        let valid = site.alerts.filter {
            $0.expires >= edition.date && ($0.communes.isEmpty || $0.communes.contains(commune.code))
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
                json.field("title", Typography.apply(alert.page.frontMatter.title))
                json.field("summary", Typography.apply(alert.page.frontMatter.summary))
                json.field("until", "Valable jusqu’au \(FrenchText.date(alert.expires))")
                json.field("source", Typography.apply(alert.source))
                json.field("url", url)
                json.field("address", url.map(address.short))
            }
        }
    }

    private func events(for commune: Commune, into json: inout JSONWriter) {
        let events = site.events.filter {
            $0.lastDate >= edition.date && ($0.communes.isEmpty || $0.communes.contains(commune.code))
        }
        json.key("events")
        json.array(events.prefix(Self.mostEvents)) { json, event in
            json.object { json in
                json.field("title", Typography.apply(event.title))
                let first = FrenchText.weekdayDate(event.date)
                let last = event.lastDate > event.date ? FrenchText.weekdayDate(event.lastDate) : nil
                json.field("day", last.map { "du \(first) au \($0)" } ?? first)
                let time: String? =
                    switch (event.start, event.end) {
                    case (let start?, let end?): FrenchText.timeRange(start, end)
                    case (let start?, nil): "à \(FrenchText.time(minutes: start))"
                    case (nil, _): nil
                    }
                json.field("time", time)
                json.field("place", Typography.apply(event.place))
            }
        }
    }

    private func contacts(of commune: Commune, into json: inout JSONWriter) {
        json.key("contacts")
        json.array(commune.unitIDs.compactMap { site.units[$0] }) { json, unit in
            json.object { json in
                json.field("institution", unit.institution == .police ? "police" : "gendarmerie")
                json.field("name", Typography.apply(unit.name))
                json.field("telephone", unit.telephone.map(FrenchText.telephone))
                json.field("address", unit.address.map(Typography.apply))
                json.field("hours", unit.openingHours.map(FrenchText.hours) ?? unit.hours.map(Typography.apply))
                json.field(
                    "season", unit.isSeasonal ? "Poste ouvert en saison seulement\u{A0}: appelez avant de vous déplacer." : nil)
            }
        }
    }

    private func facts(_ ids: [Fact.ID], into json: inout JSONWriter) {
        var seen: Set<Fact.ID> = []
        json.key("facts")
        json.array(ids.filter { seen.insert($0).inserted }.compactMap { site.facts[$0] }) { json, fact in
            json.object { json in
                json.field("id", fact.id)
                json.field("value", FactText.value(fact))
                json.field("reference", fact.reference.map(Typography.apply))
                json.field("source", Typography.apply(fact.source))
                json.field("checked", FrenchText.date(fact.checked))
            }
        }
    }
}
