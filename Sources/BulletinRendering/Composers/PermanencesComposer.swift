import French
import JSON
public import SiteModel

/// Turns the agenda into strips for notice boards: the next permanences of a commune, of a service, of the département.
/// Each is one A4 sheet, cut into as many copies as its dates leave room for.
public struct PermanencesComposer: Sendable {
    /// As many as a sheet can hold.
    private static let most = 16
    /// Communes that an invitation names; the others are counted.
    private static let mostNames = 6

    private let site: Site
    private let codes: QRCodes
    private let sheet: SheetWriter
    private let names: [INSEECode: String]
    private let shared: [UInt8]

    /// - Parameter codes: shared by all that is printed together.
    public init(site: Site, codes: QRCodes = QRCodes()) {
        self.site = site
        self.codes = codes
        sheet = SheetWriter(site: site)
        names = Dictionary(site.communes.map { ($0.code, PrintText.apply($0.name)) }, uniquingKeysWith: { first, _ in first })
        var json = JSONWriter()
        sheet.emergency(into: &json)
        sheet.ours(into: &json)
        FactsWriter(site: site).field(Array(site.settings.emergency.prefix(1)), into: &json)
        shared = json.bytes
    }

    /// `nil` for a commune that no permanence names.
    public func job(for commune: Commune) -> PrintJob? {
        job(
            "permanences-\(commune.code)", of: site.permanences(of: [commune.code]), for: "Commune \(FrenchText.of(commune))",
            units: commune.unitIDs.compactMap { site.units[$0] }, page: .commune(commune), invitation: "La page de la commune")
    }

    /// For the board of a brigade and those of its town halls; `nil` for a service that has none.
    public func job(for service: LocalService) -> PrintJob? {
        job(
            "permanences-\(service.slug)", of: site.permanences(of: service.communes), for: PrintText.apply(service.unit.name),
            units: [service.unit], page: .agenda, invitation: "L’agenda")
    }

    /// `nil` where there are none.
    public func departementJob() -> PrintJob? {
        job(
            "permanences", of: site.permanences, for: site.settings.departement.name, units: [], page: .agenda,
            invitation: "L’agenda")
    }

    private func job(
        _ id: String, of events: [Event], for territory: String, units: [Unit], page: Route, invitation: String,
    ) -> PrintJob? {
        guard !events.isEmpty else { return nil }
        // Not the clock: it changes when the agenda does.
        let known = events.map { $0.changed ?? site.quietDay }.max() ?? site.quietDay
        let url = sheet.address.url(page)
        let titles = Set(events.map(\.title))
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                id, .permanences, on: .a4, title: "Permanences, \(PrintText.apply(territory))", date: known, budget: 1, into: &json)
            json.field("heading", titles.count == 1 ? titles.first.map(PrintText.apply) : "Permanences")
            json.field("territory", PrintText.apply(territory))
            json.field("known", FrenchText.date(known))
            json.field("invitation", invitation)
            json.field("url", url)
            json.field("address", sheet.address.short(url))
            codes.field(to: url, alternative: "Code QR\u{A0}: \(invitation.lowercased()) sur le portail", into: &json)
            json.key("events")
            json.array(events.prefix(Self.most)) { json, event in
                json.object { json in
                    EventsWriter.fields(of: event, into: &json)
                    json.field("audience", audience(of: event))
                }
            }
            ServicesWriter(site: site).field(units, into: &json)
            FeedsWriter(site: site).field(FeedsWriter.formats(of: units), into: &json)
            json.fields(shared)
        }
        return PrintJob(
            id: id, document: .permanences, subject: territory, source: events.first?.file, data: json.bytes,
            shape: [UInt8(clamping: events.count), UInt8(clamping: units.count)])
    }

    /// `Ouverte à : La Clusaz, Le Grand-Bornand et Saint-Jean-de-Sixt`
    private func audience(of event: Event) -> String {
        let invited = event.communes.compactMap { names[$0] }
        guard !invited.isEmpty else { return "Ouverte à tout le département" }
        let others = invited.count - Self.mostNames
        // One alone would take as much room as its name.
        guard others > 1 else { return "Ouverte à\u{A0}: \(FrenchText.list(invited))" }
        return "Ouverte à\u{A0}: \(invited.prefix(Self.mostNames).joined(separator: ", ")) et \(FrenchText.count(others, "autre commune", "autres communes"))"
    }
}
