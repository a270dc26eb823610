import Diagnostics
import SiteModel

/// What the site's own tables add, under the labels that `feeds.yml` gives.
extension CommuneAssembly {
    mutating func addDetails() {
        var labels: [String: SourceLocation] = [:]
        for (id, table) in feeds.of(DetailTable.self) {
            var isShown: [Bool] = []
            for column in table.columns.columns {
                let first = labels[column.label]
                if first == nil { labels[column.label] = column.location }
                isShown.append(first == nil)
                guard let first else { continue }
                diagnostics.append(
                    .error(
                        .feedConflict, at: column.location, "deux colonnes s’appellent « \(column.label) »",
                        advice: "donnez à chacune son nom, ou n’en gardez qu’une",
                        notes: [.init("première colonne", at: first)]))
            }
            for record in table.records {
                // Two communes' figures are not one commune's: those that became one are left aside.
                guard case .current = history.resolve(record.code) else {
                    _ = resolve(record.code, at: record.location, told: "ce que la table en dit est laissé de côté")
                    continue
                }
                cover(record.code, by: id)
                for (index, column) in table.columns.columns.enumerated() where isShown[index] {
                    guard let value = record.values[index] else { continue }
                    drafts[record.code]?.commune.details.append(
                        CommuneDetail(label: column.label, value: value, unit: column.unit, feed: id))
                }
            }
        }
    }
}
