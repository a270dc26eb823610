import French
import SiteModel

/// What a person names on the command line, found in the site; `UnknownChoice` where it leads to nothing.
extension Site {
    /// By postal code, then as people sort names.
    var communesInPostalOrder: [Commune] {
        communes.map { commune in
            (commune, commune.postalCodes.first ?? "", FrenchText.collationKey(commune.name))
        }.sorted { left, right in
            if left.1 != right.1 { return left.1 < right.1 }
            return left.2 == right.2 ? left.0.code < right.0.code : left.2.lexicographicallyPrecedes(right.2)
        }.map(\.0)
    }

    /// - Parameter id: `2026-11`; the latest where it is `nil`.
    func edition(named id: String?) throws -> Edition {
        guard let latest = editions.first else {
            throw UnknownChoice("ce site n’a aucune édition du bulletin à la date de la fabrication")
        }
        guard let id else { return latest }
        if let edition = editions.first(where: { $0.id == id }) { return edition }
        throw UnknownChoice(
            "il n’y a pas d’édition « \(id) » ; éditions de ce site : \(FrenchText.list(editions.map { "« \($0.id) »" }))")
    }

    /// Those of `choice` that have this edition, in postal order.
    func communes(of choice: PrintShop.Choice, in edition: Edition) throws -> [Commune] {
        let found = try communes(of: choice)
        let covered = found.filter { edition.communes?.contains($0.code) ?? true }
        if covered.isEmpty, let first = found.first {
            let which = found.count == 1 ? "\(Typography.apply(first.name)) (\(first.code))" : "ces communes"
            throw UnknownChoice("l’édition « \(edition.id) » n’est pas faite pour \(which)")
        }
        return covered
    }

    func communes(of choice: PrintShop.Choice) throws -> [Commune] {
        let postal = communesInPostalOrder
        switch choice {
        case .all: return postal
        case .commune(let typed):
            let found = NamedChoice<Commune>(communes).find(typed)
            guard case .one(let commune) = found else {
                throw UnknownChoice(
                    typed, among: "aucune commune \(settings.departement.genitive) n’a ce nom ou ce code :", found)
            }
            return [commune]
        case .brigade(let typed):
            let units = self.units.values.sorted { $0.id < $1.id }
            let found = NamedChoice<Unit>(units).find(typed)
            guard case .one(let unit) = found else {
                throw UnknownChoice(typed, among: "aucune brigade ni aucun commissariat ne s’appelle", found)
            }
            return postal.filter { $0.unitIDs.contains(unit.id) }
        case .arrondissement(let typed):
            var names = NamedChoice<String>()
            for name in Set(communes.map(\.arrondissement)).sorted() where !name.isEmpty {
                names.add(name, shown: name, names: [name])
            }
            let found = names.find(typed)
            guard case .one(let name) = found else {
                throw UnknownChoice(typed, among: "aucun arrondissement ne s’appelle", found)
            }
            return postal.filter { $0.arrondissement == name }
        }
    }
}
