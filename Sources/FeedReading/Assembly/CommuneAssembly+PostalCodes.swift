import Diagnostics
import SiteModel

/// Which postal codes they have.
extension CommuneAssembly {
    /// After the compétence territoriale, which says which code is the town hall's.
    mutating func addPostalCodes() {
        let owned = Set(drafts.values.filter(\.ownsPostalCodes).map(\.code))
        for (id, table) in feeds.of(PostalCodes.self) {
            var found: [INSEECode: [String]] = [:]
            for record in table.records {
                guard let code = resolve(record.code, at: record.location, told: "ses codes postaux y sont ajoutés")
                else { continue }
                if found[code]?.contains(record.postalCode) != true { found[code, default: []].append(record.postalCode) }
            }
            for (code, postalCodes) in found {
                cover(code, by: id)
                if owned.contains(code) { continue }
                let main = (drafts[code]?.commune.postalCodes ?? []).filter(postalCodes.contains)
                drafts[code]?.commune.postalCodes = main + postalCodes.filter { !main.contains($0) }.sorted()
            }
        }
    }
}
