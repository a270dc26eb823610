import Diagnostics
import SiteModel

/// Postal codes by commune, reduced to one département: La Poste's *base officielle des codes postaux*, or a table
/// that names the same columns otherwise. A commune has a row for each of its codes, and again for each of its
/// hamlets; a code may be another département's (01200 for Éloise, in Haute-Savoie).
/// Source: https://www.data.gouv.fr/datasets/base-officielle-des-codes-postaux
struct PostalCodes: FeedTable {
    static let mayLackRows = true

    struct Record: Sendable {
        let code: INSEECode
        let postalCode: String
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let columns = table.columns(
            [
                ["code_commune_insee", "insee_com", "code_insee", "com"],
                ["code_postal", "cp"],
            ], diagnostics: &diagnostics)
        guard let columns else { return nil }
        let (commune, postalCode) = (columns[0], columns[1])
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard let code = filter.officialCode(row, commune, diagnostics: &diagnostics) else { return }
            let location = row.location(commune)
            for postalCode in row.postalCodes(postalCode, column: "code_postal", diagnostics: &diagnostics) {
                records.append(Record(code: code, postalCode: postalCode, location: location))
            }
        }
    }
}
