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
            for (code, sum) in sums {
                cover(code, by: id)
                if drafts[code]?.commune.population == nil { drafts[code]?.commune.population = sum }
            }
        }
    }
}
