import Diagnostics
import SiteModel

/// What has been recorded there.
extension CommuneAssembly {
    /// Figures are those of today's communes alone: what was counted in a commune that is no more is no longer any
    /// commune's, and an arrondissement of Paris, Lyon or Marseille is counted in its city.
    mutating func addFigures(to records: inout FeedRecords) {
        if let (id, content) = feeds.of(CommuneFigures.self).first {
            records.figures.communes = RecordedFigures.Source(feed: id, table: content.table)
            for (place, location) in zip(content.table.places, content.locations) {
                guard let code = INSEECode(place) else { continue }
                if drafts[code] != nil {
                    cover(code, by: id)
                } else if case .district = history.resolve(code) {
                    continue
                } else {
                    _ = resolve(code, at: location) { message in
                        .warning(
                            .feedCodeFormer, at: location, "\(message) : ses chiffres sont laissés de côté",
                            advice: "prenez la base du même millésime que la liste des communes")
                    }
                }
            }
        }
        if let (id, content) = feeds.of(DepartementFigures.self).first {
            records.figures.departement = RecordedFigures.Source(feed: id, table: content.table)
        }
    }
}
