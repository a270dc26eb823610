import SiteModel

extension SurveyStructure {
    /// Reads a structure file: in French where it has that, else in the language of the survey.
    public static func draft(of bytes: [UInt8]) throws(SheetFault) -> SurveyDraft {
        let table = try SheetTable(bytes, separator: 0x09)
        let needed = ["class", "type/scale", "name", "text", "language"]
        let missing = needed.filter { table.column($0) == nil }
        guard missing.isEmpty else {
            throw SheetFault(
                "ce n’est pas un fichier de structure de LimeSurvey : il y manque \(missing.map { "« \($0) »" }.joined(separator: ", "))",
                advice: "dans LimeSurvey : Afficher/Exporter, « Structure du questionnaire », « Format texte (*.txt) »")
        }
        let rows = table.rows.map { row in SurveyRow(row, columns: table.columns) }
        var reading = SurveyReading(language: language(of: rows))
        for row in rows { reading.read(row) }
        reading.finish()
        guard !reading.draft.themes.isEmpty else {
            throw SheetFault("le fichier ne contient aucune question", advice: "exportez de nouveau la structure du questionnaire")
        }
        var draft = reading.draft
        let languages = Set(rows.lazy.map { $0["language"] }).subtracting(["", reading.language])
        draft.otherLanguages = languages.sorted()
        return draft
    }

    /// `fr`, or one that starts so (`fr-informal`); else the survey's own.
    private static func language(of rows: [SurveyRow]) -> String {
        let all = rows.filter { $0.kind != "S" }.map { $0["language"] }.filter { !$0.isEmpty }
        if all.contains(language) { return language }
        if let french = all.first(where: { $0.hasPrefix("\(language)-") }) { return french }
        return rows.first { $0.kind == "S" && $0["name"] == "language" }?["text"] ?? all.first ?? ""
    }
}

/// A row of a structure file, by the names of its columns.
struct SurveyRow {
    let line: Int
    private let cells: [String: String]

    init(_ row: SheetTable.Row, columns: [String]) {
        line = row.line
        cells = Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first })
    }

    /// `S`, `SL`, `G`, `Q`, `SQ`, `A`, and others that are passed over.
    var kind: String { self["class"] }

    /// "" for what is empty or absent.
    subscript(_ column: String) -> String { SheetTable.trimmed(cells[column] ?? "") }

    /// Its text, as people read it.
    var text: String { SurveyMarkup.plain(self["text"]) }
}
