import French
import SiteModel
import Syndication

/// What records are made with, besides the thing that each is about.
struct RecordContext: Sendable {
    let site: Site
    let addresses: Addresses
    let time: LocalTime
    /// Whether a build has printed what is published at this route.
    let hasPDF: @Sendable (Route) -> Bool
    let unitIDs: [Unit.ID: String]
    /// The address of each commune's page, which several files tell.
    private let communePages: [INSEECode: String]

    init(_ site: Site, hasPDF: @escaping @Sendable (Route) -> Bool) {
        self.site = site
        self.hasPDF = hasPDF
        let addresses = Addresses(site.settings)
        self.addresses = addresses
        time = LocalTime(site.settings)
        communePages = Dictionary(
            site.communes.map { ($0.code, addresses.canonical(.commune($0))) }, uniquingKeysWith: { first, _ in first })
        // The same as in contact cards.
        unitIDs = site.units.mapValues { Slug.make("\($0.institution.rawValue) \($0.id)") }
    }

    var notice: String? { site.notice }

    func address(_ route: Route) -> String { addresses.canonical(route) }

    func page(of commune: Commune) -> String { communePages[commune.code] ?? addresses.canonical(.commune(commune)) }

    /// One that a file of others gives, where it is one of the web.
    static func webAddress(_ text: String?) -> String? {
        guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"), !text.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E })
        else { return nil }
        return text
    }

    static func codes(_ codes: some Sequence<INSEECode>) -> [String] { codes.map(\.text) }
}
