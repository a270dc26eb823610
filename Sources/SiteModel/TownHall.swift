/// The *mairie* of a commune: where its public goes and writes.
public struct TownHall: Sendable, Hashable {
    /// `Mairie d'Annecy`, as the feed spells it.
    public let name: String
    /// On one line: `12 place de la Mairie, 74220 La Clusaz`; `nil` when unknown.
    public let address: String?
    /// As the feed gives it; `nil` when unknown.
    public let telephone: String?
    public let email: String?
    /// An address that starts with `https://` or `http://`.
    public let website: String?
    public let openingHours: OpeningHours?
    public let position: GeoPoint?

    public init(
        name: String, address: String? = nil, telephone: String? = nil, email: String? = nil,
        website: String? = nil, openingHours: OpeningHours? = nil, position: GeoPoint? = nil,
    ) {
        self.name = name
        self.address = address
        self.telephone = telephone
        self.email = email
        self.website = website
        self.openingHours = openingHours
        self.position = position
    }
}
