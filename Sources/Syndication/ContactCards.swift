import French
public import SiteModel

/// Whom a commune's inhabitants call, as cards for a telephone's contacts: the town hall and each competent brigade or police
/// station (vCard 4.0, RFC 6350). What the commune's page shows of them, and nothing else; never a person.
public struct ContactCards: Sendable {
    public static func route(beside page: Route) -> Route { Route("\(page.path)contacts.vcf") }

    private let site: Site
    private let addresses: Addresses

    public init(_ site: Site) {
        self.site = site
        addresses = Addresses(site.settings)
    }

    /// `nil` for a commune of which nothing is known.
    public func file(of commune: Commune) -> [UInt8]? {
        let units = commune.unitIDs.compactMap { site.units[$0] }
        var bytes: [UInt8] = []
        if let townHall = commune.townHall { write(townHall, of: commune, to: &bytes) }
        for unit in units { write(unit, of: commune, to: &bytes) }
        return bytes.isEmpty ? nil : bytes
    }

    private func write(_ townHall: TownHall, of commune: Commune, to bytes: inout [UInt8]) {
        card("Mairie \(FrenchText.of(commune))", "\(addresses.canonical(.commune(commune)))#mairie", commune, to: &bytes) { card in
            card.contact(telephone: townHall.telephone, address: townHall.address, position: townHall.position)
            card.text("EMAIL", townHall.email)
            card.uri("URL", townHall.website)
            if let hours = townHall.openingHours { card.note("Horaires\u{A0}: \(FrenchText.hours(hours))") }
        }
    }

    private func write(_ unit: Unit, of commune: Commune, to bytes: inout [UInt8]) {
        // The same unit in the cards of two communes is one contact.
        let uid = "\(addresses.canonical(.communes))#\(Slug.make("\(unit.institution.rawValue) \(unit.id)"))"
        card(Typography.apply(unit.name), uid, commune, to: &bytes) { card in
            card.contact(telephone: unit.telephone, address: unit.address, position: unit.position)
            if let hours = unit.openingHours.map(FrenchText.hours) ?? unit.hours.map(Typography.apply) {
                card.note("Horaires\u{A0}: \(hours)")
            }
            if let emergency = site.facts["17"] { card.note("En cas d’urgence, composez le \(FrenchText.text(of: emergency, as: .short)).") }
        }
    }

    private func card(_ name: String, _ uid: String, _ commune: Commune, to bytes: inout [UInt8], _ fill: (inout ContactCard) -> Void) {
        var card = ContactCard()
        card.line("BEGIN:VCARD")
        card.line("VERSION:4.0")
        card.line("KIND:org")
        card.uri("UID", uid)
        // A telephone shows the name alone.
        let shown = site.notice.map { "\($0) – \(name)" } ?? name
        card.text("FN", shown)
        card.text("ORG", shown)
        fill(&card)
        card.uri("SOURCE", addresses.canonical(Self.route(beside: .commune(commune))))
        card.finish()
        bytes += card.bytes
    }
}
