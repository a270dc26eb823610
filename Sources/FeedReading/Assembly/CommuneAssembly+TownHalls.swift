import Diagnostics
import SiteModel

/// The town hall of each commune.
extension CommuneAssembly {
    mutating func addTownHalls() {
        for (id, table) in feeds.of(TownHallDirectory.self) {
            var candidates: [INSEECode: [TownHallDirectory.Record]] = [:]
            for record in table.records {
                switch history.resolve(record.code) {
                case .current: candidates[record.code, default: []].append(record)
                // The town hall of a part of a commune is not the commune's.
                case .part, .district, .former, .shared: continue
                case .unknown:
                    _ = resolve(record.code, at: record.location) { message in
                        Diagnostic(.note, .feedCodeFormer, at: record.location, message)
                    }
                }
            }
            for (code, records) in candidates {
                cover(code, by: id)
                let townHall = Self.main(of: records, name: drafts[code]?.name ?? "")?.townHall
                drafts[code]?.commune.townHall = townHall
            }
        }
    }

    /// That which has the commune's name; else the first by the directory's own number; else the first of the file.
    private static func main(of records: [TownHallDirectory.Record], name: String) -> TownHallDirectory.Record? {
        let own = ServiceName.key("Mairie - \(name)")
        return records.first { ServiceName.key($0.townHall.name) == own }
            ?? records.enumerated().min { left, right in
                let (first, second) = (left.element.formerKey, right.element.formerKey)
                // One without a number comes last.
                return (first.isEmpty ? "~" : first, left.offset) < (second.isEmpty ? "~" : second, right.offset)
            }?.element
    }
}
