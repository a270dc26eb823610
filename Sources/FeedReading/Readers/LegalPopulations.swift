import Diagnostics
import SiteModel

/// INSEE's legal populations (`donnees_communes.csv`), reduced to one département: the municipal population (PMUN).
///
/// Mayotte's own file leaves COM empty: its codes are 97 and the three digits of CODCOM.
struct LegalPopulations: FeedTable {
    /// Mayotte has a file of its own.
    static let isUnique = false

    struct Record: Sendable {
        let code: INSEECode
        let population: Int
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard let columns = table.columns(["COM", "PMUN"], diagnostics: &diagnostics) else { return nil }
        let (com, pmun) = (columns[0], columns[1])
        let departement = table.column("DEP")
        let number = table.column("CODCOM")
        var places: [INSEECode: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            var text = row.text(com)
            if text.isEmpty, let departement, let number {
                text = row.text(departement).prefix(2) + row.text(number)
            }
            let location = row.location(com)
            guard let code = filter.officialCode(text, at: location, diagnostics: &diagnostics) else { return }
            if let first = places.updateValue(location, forKey: code) {
                diagnostics.append(.codeDuplicate(code.text, at: location, first: first))
                return
            }
            guard let population = Population.read(row.text(pmun)) else {
                diagnostics.append(
                    .valueInvalid(
                        "PMUN", row.text(pmun), expected: "un nombre entier d’habitants", at: row.location(pmun)))
                return
            }
            records.append(Record(code: code, population: population, location: location))
        }
    }
}
