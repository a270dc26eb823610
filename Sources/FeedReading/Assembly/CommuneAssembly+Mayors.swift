import Diagnostics
import SiteModel

/// Who their mayors are, where the site asks for it.
extension CommuneAssembly {
    mutating func addMayors() {
        for (id, table) in feeds.of(MayorRegister.self) {
            for record in table.records {
                // Of several communes that became one, the register's row of the new one counts.
                guard case .current = history.resolve(record.code) else {
                    _ = resolve(record.code, at: record.location, told: "son maire d’alors est laissé de côté")
                    continue
                }
                cover(record.code, by: id)
                drafts[record.code]?.commune.mayor = record.mayor
            }
        }
    }
}
