import Diagnostics
import French
import SiteModel

/// Hours on the public way, and the communes of their areas.
extension CommuneAssembly {
    mutating func addPresence(to records: inout FeedRecords) {
        let companies = Dictionary(
            feeds.of(CompanyTable.self).flatMap(\.content.records).map { ($0.unit, $0.company) }, uniquingKeysWith: { first, _ in first })
        func areas(of commune: Commune, _ level: PresenceHours.Level) -> [String] {
            switch level {
            case .arrondissement: [commune.arrondissement]
            case .company: commune.unitIDs.compactMap { companies[$0] }
            }
        }
        let retrieved = Dictionary(
            feeds.map { ($0.id, $0.declaration.feed.retrieved) }, uniquingKeysWith: { first, _ in first })
        for (id, table) in feeds.of(PresenceTable.self) {
            for record in table.records {
                var hours = record.hours
                let key = ContactDirectory.key(hours.area)
                hours.communes = Set(
                    records.communes.filter { areas(of: $0, hours.level).contains { ContactDirectory.key($0) == key } }.map(\.code))
                // A file that was made before the end of a quarter tells of the present.
                if let retrieved = retrieved[id], !hours.quarter.isPast(on: retrieved) {
                    diagnostics.append(
                        .error(
                            .presenceCurrent, at: record.quarterLocation,
                            "ce trimestre n’était pas terminé le \(FrenchText.date(retrieved)), jour de ce fichier",
                            advice: "ne publiez que des trimestres passés : personne ne doit savoir où sont les patrouilles"))
                    continue
                }
                // As a site of that day would have it.
                if let today, !hours.quarter.isPast(on: today) { continue }
                if hours.communes.isEmpty, soundness.isSound(FeedFormat.listsOfCommunes.union([.companies, .cogArrondissements])) {
                    let known = Set(records.communes.flatMap { areas(of: $0, hours.level) })
                    diagnostics.append(
                        .error(
                            .contactAreaUnknown, at: record.areaLocation,
                            "aucune commune n’est de \(hours.level == .company ? "la compagnie" : "l’arrondissement") « \(hours.area) »",
                            advice: Suggestion.closest(to: hours.area, in: known.sorted()).map { "vouliez-vous dire « \($0) » ?" }
                                ?? "corrigez la case, ou retirez la ligne"))
                    continue
                }
                records.presence.append(hours)
                covered[id, default: []].formUnion(hours.communes)
            }
        }
    }
}
