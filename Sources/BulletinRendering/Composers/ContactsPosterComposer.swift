import French
import JSON
public import SiteModel

/// Turns an edition into the posters of its communes' contacts. What all communes share is written once.
public struct ContactsPosterComposer: Sendable {
    /// As many meetings as a poster can hold.
    private static let mostEvents = 3
    /// Formats of the feeds that say who is competent and how to reach them.
    private static let told: Set<String> = [
        "annuaire-mairies", "communes", "competence-territoriale", "gendarmerie-units", "police-units", "units",
    ]

    private let site: Site
    private let edition: Edition
    private let codes: QRCodes
    private let sheet: SheetWriter
    private let shared: [UInt8]

    /// - Parameter codes: shared by all that is printed together.
    public init(edition: Edition, site: Site, codes: QRCodes = QRCodes()) {
        self.codes = codes
        self.site = site
        self.edition = edition
        sheet = SheetWriter(site: site)
        var json = JSONWriter()
        json.key("edition")
        json.object { json in
            json.field("number", "n°\u{A0}\(edition.number)")
            json.field("period", edition.period)
            json.field("date", FrenchText.date(edition.date))
        }
        sheet.emergency(into: &json)
        json.key("feeds")
        json.array(site.feeds.filter { Self.told.contains($0.format) }) { json, feed in
            json.object { json in
                json.field("section", feed.format == "annuaire-mairies" ? "townHall" : nil)
                json.field("title", PrintText.apply(feed.title))
                json.field("vintage", PrintText.apply(feed.vintage))
                json.field("producer", PrintText.apply(feed.producer))
                json.field("licence", PrintText.apply(feed.licence))
            }
        }
        sheet.ours(director: edition.director.isEmpty ? nil : edition.director, printer: edition.printer, into: &json)
        FactsWriter(site: site).field(site.settings.emergency, into: &json)
        shared = json.bytes
    }

    public func job(for commune: Commune, on format: PaperFormat) -> PrintJob {
        let id = "affiche-\(edition.id)-\(commune.code)-\(format.rawValue.lowercased())"
        let territory = "commune \(FrenchText.of(commune))"
        let url = sheet.address.url(.commune(commune))
        var json = JSONWriter()
        var shape: [UInt8] = []
        json.object { json in
            sheet.head(
                id, .poster, on: format, title: "Vos contacts, \(territory), \(edition.period)", date: edition.date, budget: 1,
                into: &json)
            json.field("kind", "contacts")
            json.key("commune")
            json.object { json in
                json.field("code", commune.code.text)
                json.field("name", commune.name)
                json.field("territory", PrintText.apply(territory.prefix(1).uppercased() + territory.dropFirst()))
                json.field("url", url)
                json.field("address", sheet.address.short(url))
            }
            codes.field(to: url, of: commune, into: &json)
            json.fields(shared)
            ServicesWriter(site: site).field(of: commune, into: &json)
            let start = json.bytes.count
            EventsWriter(site: site, most: Self.mostEvents).field(of: commune, from: edition.date, into: &json)
            shape = Array(json.bytes[start...])
            CommuneContactsWriter(commune: commune).fields(into: &json)
        }
        return PrintJob(id: id, document: .poster, subject: commune.name, source: edition.page.file, data: json.bytes, shape: shape)
    }
}
