import Diagnostics
import SiteModel

/// INSEE's list of communes (`v_commune_<year>.csv`), reduced to one département.
///
/// A code alone is no key: 74282 is the commune Fillière (COM) and the commune déléguée Thorens-Glières (COMD).
/// Source: https://www.insee.fr/fr/information/2560452
struct COGCommunes: FeedTable {
    static let listsCommunes = true

    struct Record: Sendable {
        let code: INSEECode
        let name: String
        let article: NameArticle
        /// Code of the arrondissement; empty in Mayotte.
        let arrondissement: String
        let location: SourceLocation
    }

    /// The commune that an arrondissement, a commune déléguée or a commune associée belongs to.
    struct Parent: Sendable, Hashable {
        let code: INSEECode
        /// Whether it is Paris, Lyon or Marseille.
        let isCity: Bool
    }

    /// The communes of the département, in the order of the file.
    private(set) var communes: [Record] = []
    /// Communes déléguées and associées, in the order of the file.
    private(set) var parts: [(part: CommunePart, whole: INSEECode)] = []
    private(set) var parents: [INSEECode: Parent] = [:]
    private(set) var rows = 0
    var kept: Int { communes.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["TYPECOM", "COM", "DEP", "ARR", "TNCC", "LIBELLE", "COMPARENT"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (type, com, dep, arr) = (columns[0], columns[1], columns[2], columns[3])
        let (tncc, label, parent) = (columns[4], columns[5], columns[6])
        var places: [String: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard let code = filter.officialCode(row, com, diagnostics: &diagnostics) else { return }
            let location = row.location(com)
            let kind = row.text(type)
            if let first = places.updateValue(location, forKey: "\(kind) \(code)") {
                diagnostics.append(.codeDuplicate("\(kind) \(code)", at: location, first: first))
                return
            }
            guard kind == "COM" else {
                if let whole = INSEECode(row.text(parent)) {
                    parents[code] = Parent(code: whole, isCity: kind == "ARM")
                    if let partKind = CommunePart.Kind(rawValue: kind) {
                        parts.append((CommunePart(kind: partKind, code: code, name: row.text(label)), whole))
                    }
                }
                return
            }
            guard filter.covers(row.text(dep)) else {
                diagnostics.append(
                    .valueInvalid(
                        "DEP", row.text(dep), expected: "le département de la commune \(code)", at: row.location(dep)))
                return
            }
            communes.append(
                Record(
                    code: code, name: row.name(label, column: "LIBELLE", diagnostics: &diagnostics),
                    article: row.article(tncc, column: "TNCC", diagnostics: &diagnostics),
                    arrondissement: row.text(arr), location: location))
        }
    }
}
