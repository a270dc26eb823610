import Diagnostics
import SiteModel

/// One change of a commune's code or name.
struct COGMovement: Sendable, Hashable {
    let date: CalendarDate
    let codeBefore: INSEECode
    let nameBefore: String
    let codeAfter: INSEECode
    let nameAfter: String
}

/// INSEE's events since 1943 (`v_mvt_commune_<year>.csv`) that start and end in a commune, reduced to one département.
/// What happens to a commune déléguée that has the code of a commune is no event of the latter.
/// Source: https://www.insee.fr/fr/information/2560452
struct COGMovements: FeedTable {
    /// Some never had any.
    static let concernsAllDepartements = false

    private(set) var movements: [COGMovement] = []
    private(set) var rows = 0
    var kept: Int { movements.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["DATE_EFF", "TYPECOM_AV", "COM_AV", "LIBELLE_AV", "TYPECOM_AP", "COM_AP", "LIBELLE_AP"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (date, typeBefore, codeBefore, nameBefore) = (columns[0], columns[1], columns[2], columns[3])
        let (typeAfter, codeAfter, nameAfter) = (columns[4], columns[5], columns[6])
        let prefix = filter.prefix
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            // A creation out of nothing (Mayotte's, in 2011) has no code before.
            guard row.equals(typeAfter, "COM"), row.equals(typeBefore, "COM"),
                row.starts(codeBefore, with: prefix) || row.starts(codeAfter, with: prefix)
            else { return }
            for column in [codeBefore, codeAfter] where INSEECode(row.text(column)) == nil {
                diagnostics.append(.codeInvalid(row.text(column), filter, at: row.location(column)))
            }
            guard let before = INSEECode(row.text(codeBefore)), let after = INSEECode(row.text(codeAfter))
            else { return }
            guard let day = CalendarDate(iso: row.text(date)) else {
                diagnostics.append(
                    .error(
                        .dateInvalid, at: row.location(date), "« \(row.text(date)) » n’est pas une date AAAA-MM-JJ",
                        advice: "reprenez le fichier tel qu’il est publié"))
                return
            }
            movements.append(
                COGMovement(
                    date: day, codeBefore: before, nameBefore: row.text(nameBefore), codeAfter: after,
                    nameAfter: row.text(nameAfter)))
        }
    }
}
