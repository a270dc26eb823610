/// A gendarmerie brigade or a police station that answers for communes.
public struct Unit: Sendable, Hashable, Identifiable {
    public enum Institution: String, Sendable, Hashable, CaseIterable {
        case gendarmerie = "GN"
        case police = "PN"
    }

    /// `identifiant_public_unite` for the gendarmerie; the service's name where the feed gives no identifier (police).
    public let id: String
    public let institution: Institution
    /// As the public reads it: `Brigade de gendarmerie d'Abondance`, `Commissariat de police d'Annecy`.
    public let name: String
    /// As the feed gives it, digits and spaces; `nil` when unknown.
    public let telephone: String?
    public let address: String?
    /// Opening hours in words, from a feed that gives no times; `nil` when unknown.
    public let hours: String?
    /// Opening hours by day: they go before `hours`. `nil` when unknown.
    public var openingHours: OpeningHours?
    public var position: GeoPoint?
    /// Open for a part of the year only.
    public var isSeasonal = false

    public init(
        id: String, institution: Institution, name: String,
        telephone: String? = nil, address: String? = nil, hours: String? = nil,
    ) {
        self.id = id
        self.institution = institution
        self.name = name
        self.telephone = telephone
        self.address = address
        self.hours = hours
    }

    /// This unit, completed by what only another description of it says.
    public func completed(by other: Unit) -> Unit {
        var unit = Unit(
            id: id, institution: institution, name: name, telephone: telephone ?? other.telephone,
            address: address ?? other.address, hours: hours ?? other.hours)
        // One table's words and another's times would say two things.
        unit.openingHours = openingHours ?? (hours == nil ? other.openingHours : nil)
        unit.position = position ?? other.position
        unit.isSeasonal = isSeasonal || other.isSeasonal
        return unit
    }
}
