import Diagnostics
import SiteModel

/// The project's own table of communes, for a site that does not read the official files:
///
///     code,name,article,postal_codes,population,arrondissement,units
///     74010,Annecy,1,74000-74370,132117,Annecy,1009192 police-annecy
///
/// `article` is INSEE's TNCC; `population` may be empty; `units` are identifiers of a `units` table. A column `parts`
/// may name the former communes that live on: `74011 Annecy-le-Vieux | 74113 Ésery (associée)`.
struct CommuneTable: FeedTable {
    static let listsCommunes = true

    struct Record: Sendable {
        let code: INSEECode
        let name: String
        let article: NameArticle
        let postalCodes: [String]
        let population: Int?
        let arrondissement: String
        let units: [(id: Unit.ID, location: SourceLocation)]
        let parts: [CommunePart]
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["code", "name", "article", "postal_codes", "population", "arrondissement", "units"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (codeColumn, name, article, postalCodes) = (columns[0], columns[1], columns[2], columns[3])
        let (population, arrondissement, units) = (columns[4], columns[5], columns[6])
        let parts = table.column("parts")
        var places: [INSEECode: SourceLocation] = [:]
        var foreign: [Diagnostic] = []
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let location = row.location(codeColumn)
            guard case .here(let code) = filter.place(of: row, codeColumn) else {
                let text = row.text(codeColumn)
                if INSEECode(text) == nil {
                    diagnostics.append(.codeInvalid(text, filter, at: location))
                } else {
                    foreign.append(.codeForeign(text, departement: filter.departement, at: location))
                }
                return
            }
            if row.text(codeColumn) != code.text {
                diagnostics.append(.codePadded(row.text(codeColumn), as: code, at: location))
            }
            if let first = places.updateValue(location, forKey: code) {
                diagnostics.append(.codeDuplicate(code.text, at: location, first: first))
                return
            }
            records.append(
                Record(
                    code: code, name: row.name(name, column: "name", diagnostics: &diagnostics),
                    article: row.article(article, column: "article", diagnostics: &diagnostics),
                    postalCodes: row.postalCodes(postalCodes, column: "postal_codes", diagnostics: &diagnostics),
                    population: Self.population(row, population, diagnostics: &diagnostics),
                    arrondissement: row.plainText(arrondissement, column: "arrondissement", diagnostics: &diagnostics),
                    units: row.words(units).map { ($0.text, $0.location) },
                    parts: parts.map { Self.parts(row, $0, diagnostics: &diagnostics) } ?? [], location: location))
        }
        // The table of another département is one mistake, not one a row.
        if !records.isEmpty { diagnostics += foreign }
    }

    private static func parts(_ row: CSVRow, _ column: Int, diagnostics: inout [Diagnostic]) -> [CommunePart] {
        let text = row.plainText(column, column: "parts", diagnostics: &diagnostics)
        let associated = " (associée)"
        return text.split(separator: "|").compactMap { entry in
            let words = entry.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let code = INSEECode(String(words[0])) else {
                diagnostics.append(
                    .valueInvalid(
                        "parts", String(entry), expected: "un code INSEE et un nom", at: row.location(column),
                        advice: "écrivez « 74011 Annecy-le-Vieux | 74093 Cran-Gevrier »"))
                return nil
            }
            let name = String(words[1].reversed().drop { $0 == " " }.reversed())
            return CommunePart(
                kind: name.hasSuffix(associated) ? .associated : .delegated, code: code,
                name: name.hasSuffix(associated) ? String(name.dropLast(associated.count)) : name)
        }
    }

    private static func population(_ row: CSVRow, _ column: Int, diagnostics: inout [Diagnostic]) -> Int? {
        if row.isEmpty(column) { return nil }
        if let population = Population.read(row.text(column)) { return population }
        diagnostics.append(
            .valueInvalid(
                "population", row.text(column), expected: "un nombre entier d’habitants", at: row.location(column),
                advice: "écrivez-le en chiffres (1583 ou 1 583), ou laissez la case vide"))
        return nil
    }
}
