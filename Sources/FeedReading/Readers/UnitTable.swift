import Diagnostics
import SiteModel

/// The project's own table of brigades and police stations:
///
///     id,institution,name,telephone,address,hours
///     1009253,GN,Brigade de gendarmerie d’Abondance,04 65 71 21 87,Abondance,lundi de 14 h à 18 h
///
/// `institution` is GN or PN; `telephone`, `address` and `hours` may be empty.
struct UnitTable: FeedTable {
    static let isUnique = false
    static let concernsAllDepartements = false

    /// In the order of the file.
    private(set) var units: [Unit] = []
    private(set) var rows = 0
    var kept: Int { units.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["id", "institution", "name", "telephone", "address", "hours"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (id, institution, name) = (columns[0], columns[1], columns[2])
        let (telephone, address, hours) = (columns[3], columns[4], columns[5])
        var places: [Unit.ID: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let identifier = row.text(id)
            guard !identifier.isEmpty else {
                diagnostics.append(.valueInvalid("id", "", expected: "un identifiant", at: row.location(id)))
                return
            }
            if let first = places.updateValue(row.location(id), forKey: identifier) {
                diagnostics.append(.codeDuplicate(identifier, at: row.location(id), first: first))
                return
            }
            let kind = row.institution(institution, column: "institution", diagnostics: &diagnostics)
            units.append(
                Unit(
                    id: identifier, institution: kind ?? .gendarmerie,
                    name: row.name(name, column: "name", diagnostics: &diagnostics),
                    telephone: row.telephone(telephone, "telephone", diagnostics: &diagnostics),
                    address: row.plainText(address, "address", diagnostics: &diagnostics),
                    hours: row.plainText(hours, "hours", diagnostics: &diagnostics)))
        }
    }
}

extension CSVRow {
    /// `nil` for an empty cell.
    func optionalText(_ column: Int) -> String? { isEmpty(column) ? nil : text(column) }
}
