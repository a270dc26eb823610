import Diagnostics
import SiteModel

/// The services themselves.
extension CommuneAssembly {
    /// The site's own table tells more than the official file: it comes first.
    mutating func gatherUnits() {
        for (_, table) in feeds.of(UnitTable.self) {
            units.merge(table.units.map { ($0.id, $0) }) { first, _ in first }
        }
        for (_, table) in feeds.of(TerritorialCompetence.self) {
            units.merge(table.units.map { ($0.id, $0) }) { first, _ in first }
        }
    }

    mutating func checkUnits() {
        let ordered = orderedDrafts
        for (id, table) in feeds.of(UnitTable.self) {
            let identifiers = Set(table.units.map(\.id))
            let served = ordered.filter { $0.units.contains { identifiers.contains($0.id) } }
            covered[id] = Set(served.map(\.code))
        }
        if soundness.isSound([.units, .competence]) {
            for reference in ordered.flatMap(\.units) where units[reference.id] == nil {
                let meant = Suggestion.closest(to: reference.id, in: units.keys)
                diagnostics.append(
                    .error(
                        .feedUnitUnknown, at: reference.location,
                        units.isEmpty
                            ? "le service « \(reference.id) » n’est décrit par aucun fichier"
                            : "le service « \(reference.id) » ne figure pas dans la table des services",
                        advice: meant.map { "vouliez-vous dire « \($0) » ?" }
                            ?? "ajoutez-le dans un fichier au format « units »"))
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
