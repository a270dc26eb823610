import French
import JSON
public import SiteModel

/// The slip by which an élu enrols for an immersion, on paper: nothing is gathered by the site.
public struct RegistrationComposer: Sendable {
    private let site: Site
    private let codes: QRCodes
    private let sheet: SheetWriter

    /// - Parameter codes: shared by all that is printed together.
    public init(site: Site, codes: QRCodes = QRCodes()) {
        self.site = site
        self.codes = codes
        sheet = SheetWriter(site: site)
    }

    /// `nil` where no immersion is announced. Of one that is not public it has the month and the theme alone.
    public func job() -> PrintJob? {
        let immersions = site.immersions
        guard !immersions.isEmpty else { return nil }
        let known = immersions.map { $0.changed ?? site.quietDay }.max() ?? site.quietDay
        let url = sheet.address.url(.agenda)
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                "inscription-immersion", .registration, on: .a4, title: "Bulletin d’inscription à une immersion", date: known,
                budget: 2, into: &json)
            json.field("known", FrenchText.date(known))
            json.field("url", url)
            json.field("address", sheet.address.short(url))
            codes.field(to: url, alternative: "Code QR\u{A0}: l’agenda sur le portail", into: &json)
            json.key("events")
            json.array(immersions) { json, event in
                json.object { json in EventsWriter.fields(of: event, into: &json) }
            }
            protection(into: &json)
            sheet.ours(into: &json)
        }
        return PrintJob(id: "inscription-immersion", document: .registration, subject: "Immersions", source: immersions.first?.file, data: json.bytes)
    }

    /// The field `protection`: who uses what is written on the slip, and to whom one writes about it.
    ///
    /// Source: règlement (UE) 2016/679, article 13.
    private func protection(into json: inout JSONWriter) {
        let protection = site.settings.dataProtection
        json.key("protection")
        json.object { json in
            json.field("controller", PrintText.apply(protection.controller ?? site.settings.publisher.name))
            json.field("days", protection.registrationDays.map { FrenchText.count($0, "jour", "jours") })
            json.field("officer", protection.officer.flatMap { $0.email ?? $0.address.map(PrintText.apply) })
        }
    }
}
