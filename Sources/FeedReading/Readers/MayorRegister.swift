import Diagnostics
import SiteModel

/// The mayors of the *Répertoire national des élus* (`elus-maires-mai.csv`), reduced to one département.
///
/// Only a site that declares the file has it read. Of a row only the commune, first name, surname and start of the
/// mandate are turned into text; of the file's other columns (birth, occupation) nothing is kept, not even in the
/// extract that shows a fault.
/// Source: https://www.data.gouv.fr/datasets/repertoire-national-des-elus-1
struct MayorRegister: FeedTable {
    static let mayLackRows = true

    struct Record: Sendable {
        let code: INSEECode
        let mayor: Mayor
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["Code de la commune", "Nom de l'élu", "Prénom de l'élu", "Date de début du mandat"]
        let columns = table.columns(
            names.map { [$0.lowercased(), $0.lowercased().replacing("'", with: "’")] }, diagnostics: &diagnostics)
        guard let columns else { return nil }
        let (commune, surname, firstName, start) = (columns[0], columns[1], columns[2], columns[3])
        let departement = table.column("Code du département")
        var places: [INSEECode: SourceLocation] = [:]
        let beforeRows = diagnostics.count
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let before = diagnostics.count
            defer { diagnostics.replace(from: before) { $0.at(line: row.line) } }
            let text = Self.code(row.text(commune), departement: departement.map { row.text($0) })
            let location = row.location(commune)
            guard let code = filter.officialCode(text, at: location, diagnostics: &diagnostics) else { return }
            if let first = places.updateValue(location, forKey: code) {
                diagnostics.append(.codeDuplicate(code.text, at: location, first: first))
                return
            }
            let mayor = Mayor(
                firstName: row.name(firstName, column: names[2], diagnostics: &diagnostics),
                surname: row.name(surname, column: names[1], diagnostics: &diagnostics),
                since: Self.day(row, start, column: names[3], diagnostics: &diagnostics))
            guard !mayor.firstName.isEmpty, !mayor.surname.isEmpty else { return }
            records.append(Record(code: code, mayor: mayor, location: location))
        }
        diagnostics.replace(from: beforeRows) { $0.at(line: $0.location?.line) }
    }

    /// Some editions give the three digits of the commune beside its département.
    private static func code(_ text: String, departement: String?) -> String {
        guard let departement, text.utf8.count == 3 else { return text }
        return departement.prefix(2) + text
    }

    /// `15/03/2026` until 2025, `2026-03-15` since.
    private static func day(
        _ row: CSVRow, _ column: Int, column name: String, diagnostics: inout [Diagnostic],
    ) -> CalendarDate? {
        if row.isEmpty(column) { return nil }
        let text = row.text(column)
        let parts = text.split(separator: "/")
        let iso = parts.count == 3 ? "\(parts[2])-\(parts[1])-\(parts[0])" : text
        if let day = CalendarDate(iso: iso) { return day }
        diagnostics.append(
            .valueInvalid(
                name, text, expected: "une date JJ/MM/AAAA ou AAAA-MM-JJ", at: row.location(column)))
        return nil
    }
}

extension [Diagnostic] {
    fileprivate mutating func replace(from start: Int, _ change: (Diagnostic) -> Diagnostic) {
        for index in start..<count { self[index] = change(self[index]) }
    }
}

extension Diagnostic {
    /// The same without the row, which a reporter would show whole.
    fileprivate func at(line: Int?) -> Diagnostic {
        let place = location.map { location in
            line.map { SourceLocation(file: location.file, line: $0) } ?? SourceLocation(file: location.file)
        }
        return Diagnostic(severity, id, at: place, message, advice: advice)
    }
}
