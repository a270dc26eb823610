import Diagnostics
import SiteModel

/// The project's own table of the gendarmerie's *compagnies*, for contacts that serve one of them:
///
///     unit,company
///     1009192,Annecy
struct CompanyTable: FeedTable {
    static let isUnique = false
    static let concernsAllDepartements = false

    struct Record: Sendable {
        let unit: Unit.ID
        let company: String
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard let columns = table.columns(["unit", "company"], diagnostics: &diagnostics) else { return nil }
        var places: [Unit.ID: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let unit = row.name(columns[0], column: "unit", diagnostics: &diagnostics)
            let company = row.name(columns[1], column: "company", diagnostics: &diagnostics)
            if unit.isEmpty || company.isEmpty { return }
            if let first = places.updateValue(row.location(columns[0]), forKey: unit) {
                diagnostics.append(.codeDuplicate(unit, at: row.location(columns[0]), first: first))
                return
            }
            records.append(Record(unit: unit, company: company, location: row.location(columns[0])))
        }
    }
}
