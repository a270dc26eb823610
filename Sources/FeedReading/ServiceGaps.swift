public import SiteModel

/// What no feed says of services, town halls and contacts, for who completes them. Each list is in the order of its
/// codes or identifiers.
public struct ServiceGaps: Sendable, Hashable {
    /// A function that nobody fills for some communes.
    public struct Contacts: Sendable, Hashable {
        public let function: Contact.Function
        public let communes: [INSEECode]
    }

    /// In the order of functions; empty where no feed gives contacts at all.
    public let contacts: [Contacts]
    /// Communes without a town hall; empty where no feed gives any.
    public let townHalls: [INSEECode]
    /// Competent services whose reader can only call first.
    public let unitsWithoutHours: [Unit.ID]
    public let unitsWithoutTelephone: [Unit.ID]
    public let unitsWithoutAddress: [Unit.ID]

    /// - Parameter units: those that answer for a commune, in the order of their identifiers.
    public init(communes: [Commune], units: [Unit]) {
        let hasContacts = communes.contains { !$0.contacts.isEmpty }
        contacts = !hasContacts
            ? []
            : Contact.Function.allCases.compactMap { function in
                let without = communes.filter { !$0.contacts.contains { $0.function == function } }.map(\.code)
                return without.isEmpty ? nil : Contacts(function: function, communes: without)
            }
        let hasTownHalls = communes.contains { $0.townHall != nil }
        townHalls = hasTownHalls ? communes.filter { $0.townHall == nil }.map(\.code) : []
        let competent = Set(communes.flatMap(\.unitIDs))
        let units = units.filter { competent.contains($0.id) }
        unitsWithoutHours = units.filter { $0.openingHours == nil && $0.hours == nil }.map(\.id)
        unitsWithoutTelephone = units.filter { $0.telephone == nil }.map(\.id)
        unitsWithoutAddress = units.filter { $0.address == nil }.map(\.id)
    }

    /// Nothing is lacking.
    public var isEmpty: Bool {
        contacts.isEmpty && townHalls.isEmpty && unitsWithoutHours.isEmpty && unitsWithoutTelephone.isEmpty
            && unitsWithoutAddress.isEmpty
    }
}
