import SiteModel

/// Rows of contacts → the contacts of each commune: for each function, the row that stands closest to it.
struct ContactDirectory {
    private struct Area: Hashable {
        let level: Contact.Level
        let name: String
    }

    private var contacts: [Area: [Contact]] = [:]
    /// The compagnie of each brigade.
    private let companies: [Unit.ID: String]

    init(_ rows: [ContactTable.Row], companies: [Unit.ID: String]) {
        self.companies = companies
        for row in rows {
            contacts[Area(level: row.contact.level, name: Self.key(row.area)), default: []].append(row.contact)
        }
    }

    /// Names of areas are compared without regard to the shape of their apostrophes.
    static func key(_ area: String) -> String { ServiceName.typographic(area) }

    /// In the order of functions; a commune that both forces answer for may have two for one function.
    /// - Parameter units: those that answer for the commune, gendarmerie first.
    func contacts(of commune: Commune, units: [Unit]) -> [Contact] {
        var forces: [Unit.Institution?] = []
        for unit in units where !forces.contains(unit.institution) { forces.append(unit.institution) }
        if forces.isEmpty { forces = [nil] }
        var found: [Contact] = []
        for function in Contact.Function.allCases {
            for force in forces {
                for contact in closest(function, force, of: commune, units.filter { $0.institution == force })
                where !found.contains(contact) {
                    found.append(contact)
                }
            }
        }
        return found
    }

    private func closest(
        _ function: Contact.Function, _ force: Unit.Institution?, of commune: Commune, _ units: [Unit],
    ) -> [Contact] {
        func first(_ level: Contact.Level, _ name: String) -> Contact? {
            let rows = (contacts[Area(level: level, name: Self.key(name))] ?? []).filter { $0.function == function }
            return rows.first { $0.institution != nil && $0.institution == force } ?? rows.first { $0.institution == nil }
        }
        if let contact = first(.commune, commune.code.text) { return [contact] }
        let ofUnits = units.compactMap { unit in first(.unit, unit.id).map { $0.of(unit.institution) } }
        // Each service has its own mailbox; other functions are one person's for the commune.
        if !ofUnits.isEmpty { return function == .service ? ofUnits : Array(ofUnits.prefix(1)) }
        for unit in units {
            if let company = companies[unit.id], let contact = first(.company, company) { return [contact] }
        }
        if let contact = first(.arrondissement, commune.arrondissement) { return [contact] }
        if let contact = first(.departement, commune.code.departement) { return [contact] }
        return []
    }
}

extension Contact {
    /// The contact of a service takes its force.
    fileprivate func of(_ force: Unit.Institution) -> Contact {
        Contact(
            function: function, level: level, institution: institution ?? force, label: label, telephone: telephone,
            email: email, address: address, hours: hours)
    }
}
