/// A brigade or a police station with what it answers for.
public struct LocalService: Sendable {
    public let unit: Unit
    /// By which files about it go: two of one name are told apart by their identifiers.
    public let slug: String
    public let communes: Set<INSEECode>
}

extension Site {
    /// Those that answer for a commune of the site, in the order of their identifiers.
    public var services: [LocalService] {
        var communes: [Unit.ID: Set<INSEECode>] = [:]
        for commune in self.communes {
            for unit in commune.unitIDs { communes[unit, default: []].insert(commune.code) }
        }
        var names: [String: Int] = [:]
        for unit in units.values { names[Slug.make(unit.name), default: 0] += 1 }
        return units.values.sorted { $0.id < $1.id }.compactMap { unit in
            guard let own = communes[unit.id] else { return nil }
            let name = Slug.make(unit.name)
            return LocalService(unit: unit, slug: names[name] == 1 ? name : "\(name)-\(Slug.make(unit.id))", communes: own)
        }
    }
}
