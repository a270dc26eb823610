import Diagnostics
import SiteModel

/// How many live there.
extension CommuneAssembly {
    mutating func addPopulations() {
        for (id, table) in feeds.of(LegalPopulations.self) {
            var sums: [INSEECode: Int] = [:]
            let cities = Set(table.records.map(\.code))
            for record in table.records {
                // A file that gives the city beside its arrondissements counts them already.
                if case .district(of: let city) = history.resolve(record.code), cities.contains(city) { continue }
                let code = resolve(record.code, at: record.location) { message in
                    .warning(
                        .feedCodeFormer, at: record.location, "\(message) : sa population y est ajoutée",
                        advice: "vérifiez que le fichier est du même millésime que la liste des communes")
                }
                if let code { sums[code, default: 0] += record.population }
            }
            reportDisagreements(sums, with: id)
            for (code, sum) in sums {
                cover(code, by: id)
                if drafts[code]?.commune.population == nil { drafts[code]?.commune.population = sum }
            }
        }
        // Etalab's year is not told: the legal populations, where there are some, come first.
        for (_, list) in feeds.of(EtalabCommunes.self) {
            for record in list.communes where drafts[record.code]?.commune.population == nil {
                drafts[record.code]?.commune.population = record.population
            }
        }
    }

    /// Two populations of one commune: told once for a file, since they differ by their years as a rule.
    private mutating func reportDisagreements(_ sums: [INSEECode: Int], with feed: Feed.ID) {
        let differing = orderedDrafts.filter { draft in
            guard let known = draft.commune.population, let other = sums[draft.code] else { return false }
            return known != other
        }
        guard let first = differing.first, let known = first.commune.population, let other = sums[first.code],
            let declaration = feeds.first(where: { $0.id == feed })?.declaration
        else { return }
        let others = differing.count == 1 ? "" : " (\(differing.count) communes diffèrent)"
        diagnostics.append(
            .warning(
                .feedConflict, at: declaration.fileLocation,
                "deux fichiers disent la population : \(known) puis \(other) pour \(title(first.code))\(others)",
                advice: "retirez l’un des deux de feeds.yml ; le premier est gardé"))
    }
}
