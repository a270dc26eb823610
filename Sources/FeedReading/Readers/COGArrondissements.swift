import Diagnostics
import SiteModel

/// INSEE's arrondissements (`v_arrondissement_<year>.csv`): the sous-préfectures' areas, by code.
/// Source: https://www.insee.fr/fr/information/2560452
struct COGArrondissements: FeedTable {
    /// Mayotte has none.
    static let concernsAllDepartements = false

    private(set) var names: [String: String] = [:]
    private(set) var rows = 0
    var kept: Int { names.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard let columns = table.columns(["ARR", "DEP", "LIBELLE"], diagnostics: &diagnostics) else { return nil }
        let (code, departement, label) = (columns[0], columns[1], columns[2])
        var places: [String: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard filter.covers(row.text(departement)) else { return }
            let text = row.text(code)
            if let first = places.updateValue(row.location(code), forKey: text) {
                diagnostics.append(.codeDuplicate(text, at: row.location(code), first: first))
                return
            }
            names[text] = row.name(label, column: "LIBELLE", diagnostics: &diagnostics)
        }
    }
}
