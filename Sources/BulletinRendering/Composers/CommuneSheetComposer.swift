import French
import JSON
public import SiteModel

/// Turns a guide into one sheet a commune: its poster, with the commune's own services and contacts. What all communes
/// share is written once.
public struct CommuneSheetComposer: Sendable {
    private let guide: Page
    private let site: Site
    private let sheet: SheetWriter
    private let title: String
    private let shared: [UInt8]

    /// - Parameter codes: shared by all that is printed together.
    public init(guide: Page, site: Site, codes: QRCodes = QRCodes()) {
        self.guide = guide
        self.site = site
        sheet = SheetWriter(site: site)
        let composer = PagePrintComposer(site: site, codes: codes)
        title = composer.title(guide)
        var json = JSONWriter()
        // The commune's own contacts need that room.
        composer.message(of: guide, fills: false, into: &json)
        shared = json.bytes
    }

    public func job(for commune: Commune) -> PrintJob {
        let route = Route.communeSheet(of: guide, for: commune)?.path ?? ""
        let id = String(route.dropFirst().replacing("/", with: "-"))
        let territory = "commune \(FrenchText.of(commune))"
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                id, .poster, on: .a4, title: "\(title), \(territory)", date: sheet.date(of: guide), budget: 1, into: &json)
            json.field("territory", PrintText.apply(territory.prefix(1).uppercased() + territory.dropFirst()))
            json.fields(shared)
            ServicesWriter(site: site).field(of: commune, into: &json)
            CommuneContactsWriter(commune: commune).fields(into: &json)
        }
        return PrintJob(
            id: id, document: .poster, subject: commune.name, source: guide.file, data: json.bytes,
            shape: Array(guide.file.utf8) + [UInt8(clamping: commune.unitIDs.count), UInt8(clamping: commune.contacts.count)])
    }
}
