import French
import Publishing
import SiteModel

extension BuildManifest {
    /// What feeds said of communes and services: all of it is published, nothing is a person's.
    static func records(of communes: [Commune], _ units: [Unit.ID: Unit]) -> [Record] {
        communes.map { record(of: $0, units) } + units.values.map(record)
    }

    private static func record(of commune: Commune, _ units: [Unit.ID: Unit]) -> Record {
        let names = commune.unitIDs.map { units[$0]?.name ?? $0 }
        return Record(
            kind: .commune, id: commune.code.text, name: commune.name,
            values: present([
                "population": commune.population.map { "\($0)" },
                "postal_codes": commune.postalCodes.joined(separator: ", "),
                "arrondissement": commune.arrondissement,
                "units": names.joined(separator: ", "),
                "town_hall": commune.townHall.map(text),
                "contacts": commune.contacts.map(text).joined(separator: " ; "),
            ]))
    }

    private static func record(of unit: Unit) -> Record {
        Record(
            kind: .unit, id: unit.id, name: unit.name,
            values: present([
                "telephone": unit.telephone, "address": unit.address,
                "hours": unit.openingHours.map { FrenchText.hours($0) } ?? unit.hours,
            ]))
    }

    private static func text(_ hall: TownHall) -> String {
        [hall.name, hall.address, hall.telephone, hall.email, hall.website, hall.openingHours.map { FrenchText.hours($0) }]
            .compactMap { $0 }.joined(separator: ", ")
    }

    private static func text(_ contact: Contact) -> String {
        [FrenchText.label(contact), contact.telephone, contact.email, contact.address, contact.hours]
            .compactMap { $0 }.joined(separator: ", ")
    }

    private static func present(_ values: KeyValuePairs<String, String?>) -> [String: String] {
        var present: [String: String] = [:]
        for (key, value) in values {
            if let value, !value.isEmpty { present[key] = value }
        }
        return present
    }
}
