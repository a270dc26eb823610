import Diagnostics
import SiteModel

/// The services themselves.
extension CommuneAssembly {
    /// What the site's own table says goes first; the ministry's lists complete it.
    mutating func gatherUnits() {
        for (id, table) in feeds.of(UnitTable.self) {
            for unit in table.units where units[unit.id] == nil { units[unit.id] = unit }
            described[id] = Set(table.units.map(\.id))
        }
        ownUnits = Set(units.keys)
        for (_, table) in feeds.of(TerritorialCompetence.self) {
            for unit in table.units {
                units[unit.id] = units[unit.id]?.completed(by: unit) ?? unit
                ownUnits.insert(unit.id)
            }
        }
        var byName: [String: [Unit.ID]] = [:]
        for unit in units.values { byName[ServiceName.key(unit.name), default: []].append(unit.id) }
        for (id, table) in feeds.of(GendarmerieUnits.self) { complete(with: table.units, of: id, byName) }
        for (id, table) in feeds.of(PoliceUnits.self) { complete(with: table.units, of: id, byName) }
    }

    /// Joined by identifier; by name where the list gives none, or one that nobody else knows.
    private mutating func complete(with list: [PublicUnit], of feed: Feed.ID, _ byName: [String: [Unit.ID]]) {
        for entry in list {
            let id = entry.identifier ?? entry.service
            let sameName = (byName[ServiceName.key(entry.service)] ?? []).filter { units[$0]?.institution == entry.institution }
            let targets = units[id] != nil || sameName.isEmpty ? [id] : sameName
            for target in targets {
                let unit = entry.unit(id: target, town: entry.address.commune.flatMap { drafts[$0]?.name })
                units[target] = units[target]?.completed(by: unit) ?? unit
                described[feed, default: []].insert(target)
            }
        }
    }

    /// Services of the ministry's lists that answer for no commune are nobody's contact.
    mutating func dropIdleUnits() {
        let competent = Set(drafts.values.flatMap { $0.units.map(\.id) })
        units = units.filter { ownUnits.contains($0.key) || competent.contains($0.key) }
    }

    mutating func checkUnits() {
        let ordered = orderedDrafts
        for (id, identifiers) in described {
            let served = ordered.filter { $0.units.contains { identifiers.contains($0.id) } }
            covered[id] = Set(served.map(\.code))
        }
        if soundness.isSound(FeedFormat.descriptionsOfUnits) {
            for reference in ordered.flatMap(\.units) where units[reference.id] == nil {
                diagnostics.append(.unitUnknown(reference.id, among: units.keys, at: reference.location))
                if units.isEmpty { break }
            }
        }
        guard soundness.isSound([.communes, .competence]) else { return }
        let without = ordered.filter(\.units.isEmpty)
        if without.count == ordered.count, without.count > 1 {
            diagnostics.append(
                .warning(
                    .feedCommuneWithoutUnit, at: SourceLocation(file: soundness.list),
                    "aucun fichier ne dit quels services répondent pour les communes",
                    advice: "déclarez-en un au format « competence-territoriale »"))
            return
        }
        for draft in without {
            diagnostics.append(
                .warning(
                    .feedCommuneWithoutUnit, at: draft.location,
                    "aucune brigade ni aucun commissariat ne répond pour \(draft.name) (\(draft.code))",
                    advice: "complétez la table des communes, ou signalez-le au producteur de la compétence territoriale"))
        }
    }
}

extension PublicUnit {
    fileprivate func unit(id: Unit.ID, town: String?) -> Unit {
        var unit = Unit(
            id: id, institution: institution, name: ServiceName.forPublic(service), telephone: telephone,
            address: address.text(town: town), hours: hours)
        unit.openingHours = openingHours
        unit.position = position
        unit.isSeasonal = isSeasonal
        return unit
    }
}

extension Diagnostic {
    static func unitUnknown(
        _ id: Unit.ID, among known: some Collection<Unit.ID>, at location: SourceLocation,
    ) -> Diagnostic {
        .error(
            .feedUnitUnknown, at: location,
            known.isEmpty
                ? "le service « \(id) » n’est décrit par aucun fichier"
                : "le service « \(id) » ne figure pas dans la table des services",
            advice: Suggestion.closest(to: id, in: known).map { "vouliez-vous dire « \($0) » ?" }
                ?? "ajoutez-le dans un fichier au format « units »")
    }
}
