import Diagnostics
import Files
import SiteModel

/// A table, CSV or JSON, with an INSEE column, whose other columns `feeds.yml` names (format `table`), reduced to one département.
struct DetailTable: FeedContent {
    static let isUnique = false
    static let mayLackRows = true
    /// A table may be about a few communes of the country.
    static let concernsAllDepartements = true

    struct Record: Sendable {
        let code: INSEECode
        /// By place of the column in `feeds.yml`; `nil` where the table says nothing.
        let values: [CommuneDetail.Value?]
        let location: SourceLocation
    }

    let columns: FeedColumns
    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    private var places: [INSEECode: SourceLocation] = [:]

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let columns = file.declaration.columns else { return nil }
        self.columns = columns
        if file.path.hasSuffix(".json") {
            guard let bytes = try file.bytes(diagnostics: &diagnostics),
                let count = readJSON(bytes, file, diagnostics: &diagnostics)
            else { return nil }
            rows = count
            return
        }
        guard let table = try file.table(diagnostics: &diagnostics) else { return nil }
        let names = [columns.code] + columns.columns.map(\.name)
        let keys = Dictionary(
            [(columns.code, "code")] + columns.columns.map { ($0.name, "column") }, uniquingKeysWith: { first, _ in first })
        guard let positions = table.columns(names, namedBy: keys, diagnostics: &diagnostics) else { return nil }
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard let code = file.filter.officialCode(row, positions[0], diagnostics: &diagnostics) else { return }
            let values = zip(columns.columns, positions.dropFirst()).map { column, position in
                value(of: row.text(position), for: column, at: row.location(position), diagnostics: &diagnostics)
            }
            add(code, values, at: row.location(positions[0]), diagnostics: &diagnostics)
        }
    }

    mutating func add(
        _ code: INSEECode, _ values: [CommuneDetail.Value?], at location: SourceLocation,
        diagnostics: inout [Diagnostic],
    ) {
        if let first = places.updateValue(location, forKey: code) {
            diagnostics.append(.codeDuplicate(code.text, at: location, first: first))
            return
        }
        records.append(Record(code: code, values: values, location: location))
    }

    func value(
        of text: String, for column: FeedColumns.Column, at location: SourceLocation, diagnostics: inout [Diagnostic],
    ) -> CommuneDetail.Value? {
        if text.isEmpty || text == "NA" { return nil }
        if columns.suppressed.contains(text) { return .suppressed }
        switch column.kind {
        case .text:
            if let fault = CellText.fault(in: text, column: column.name, at: location) {
                diagnostics.append(fault)
                return nil
            }
            return .text(text)
        case .number:
            if let number = DecimalNumber(text) { return .number(whole: number.whole, decimals: number.decimals) }
            diagnostics.append(
                .valueInvalid(
                    column.name, text, expected: "un nombre", at: location,
                    advice: "corrigez la case, ou dites dans feeds.yml ce qu’elle signifie « suppressed: [\(text)] » "
                        + "ou que la colonne est un texte « kind: text »"))
            return nil
        }
    }
}
