import French
import JSON
public import SiteModel

/// The form by which a town hall gives the one number that alerts are sent to, filled in with what is public of the commune.
/// The number itself is written by hand: no file of ours has it.
public struct AlertNumberComposer: Sendable {
    /// Two, but for a commune of many services.
    private static let mostPages = 3

    private let site: Site
    private let codes: QRCodes
    private let sheet: SheetWriter

    /// - Parameter codes: shared by all that is printed together.
    public init(site: Site, codes: QRCodes = QRCodes()) {
        self.site = site
        self.codes = codes
        sheet = SheetWriter(site: site)
    }

    public func job(for commune: Commune) -> PrintJob {
        let id = "numero-d-alerte-\(commune.code)"
        var json = JSONWriter()
        json.object { fields(id, for: commune, page: sheet.address.url(.commune(commune)), into: &$0) }
        return PrintJob(
            id: id, document: .alertNumber, subject: commune.name, data: json.bytes,
            shape: [UInt8(clamping: commune.unitIDs.count)])
    }

    /// The fields of a job.
    ///
    /// - Parameters:
    ///   - commune: `nil` for a blank form.
    ///   - page: where its code leads.
    func fields(_ id: String, for commune: Commune?, page: String, into json: inout JSONWriter) {
        let title = "Numéro d’alerte de la commune"
        sheet.head(
            id, .alertNumber, on: .a4, title: commune.map { "\(title), \($0.name)" } ?? title, date: site.quietDay, budget: Self.mostPages, into: &json)
        json.key("commune")
        if let commune {
            json.object { json in
                json.field("code", commune.code.text)
                json.field("name", PrintText.apply(commune.name))
                json.field("territory", PrintText.apply("Commune \(FrenchText.of(commune))"))
            }
            CommuneContactsWriter(commune: commune).fields(into: &json)
        } else {
            json.null()
            json.key("townHall")
            json.null()
        }
        let units = commune?.unitIDs.compactMap { site.units[$0] } ?? []
        ServicesWriter(site: site).field(units, into: &json)
        FeedsWriter(site: site).field(commune == nil ? [] : FeedsWriter.formats(of: units).union(["communes", "annuaire-mairies"]), into: &json)
        json.field("address", sheet.address.short(page))
        codes.field(to: page, alternative: "Code QR\u{A0}: \(commune == nil ? "le guide" : "la page de la commune") sur le portail", into: &json)
        sheet.ours(into: &json)
    }
}
