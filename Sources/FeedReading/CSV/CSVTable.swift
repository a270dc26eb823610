import Diagnostics
import Files

/// A CSV file whose first row names its columns. Rows are handed out one at a time and none is kept; the file is
/// read piece by piece, and unpacked where it is a gzip.
struct CSVTable: Sendable {
    let file: String
    let dialect: CSVDialect
    /// Names in the order of the columns, as the file spells them.
    let columnNames: [String]
    private let source: FeedSource
    private let header: CSVRow
    private let declared: TextEncoding?
    private let detected: TextEncoding?
    private let isDeclared: Bool

    /// `nil`, with a diagnostic, for a file that is empty, badly encoded or without a readable first row.
    /// - Parameter isDeclared: whether `feeds.yml` has an entry for it, where an encoding can be told.
    init?(
        _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, separator: UInt8? = nil,
        isDeclared: Bool = true, diagnostics: inout [Diagnostic],
    ) {
        do {
            try self.init(
                FeedSource(bytes), file: file, encoding: encoding, separator: separator, isDeclared: isDeclared,
                diagnostics: &diagnostics)
        } catch {
            diagnostics.append(.unreadable(error, file: file))
            return nil
        }
    }

    init?(
        _ source: FeedSource, file: String, encoding: TextEncoding? = nil, separator: UInt8? = nil,
        isDeclared: Bool = true, diagnostics: inout [Diagnostic],
    ) throws(DiskError) {
        self.source = source
        self.file = file
        self.isDeclared = isDeclared
        declared = encoding
        var cursor = try CSVCursor(
            try source.open(), file: file, declared: encoding, isDeclared: isDeclared, separator: separator)
        dialect = cursor.dialect
        if cursor.isEmpty {
            diagnostics.append(.emptyFile(file))
            return nil
        }
        reading: while true {
            switch try cursor.next() {
            case .row:
                break reading
            case .remark(let remark):
                diagnostics.append(remark)
            case .fault(let fault):
                diagnostics.append(fault)
                return nil
            case .end:
                diagnostics.append(.blankFile(file))
                return nil
            }
        }
        if MergeMarkers.isOpening(cursor.row.bytes[cursor.row.range(0)]) {
            diagnostics.append(.mergeUnfinished(at: cursor.row.location(0)))
            return nil
        }
        detected = cursor.encoding
        var header = cursor.row
        // The rest of the window is not kept.
        header.bytes = Array(header.bytes[..<(header.fields.last?.end ?? 0)])
        self.header = header
        columnNames = header.fields.indices.map { header.text($0) }
    }

    /// Positions of the columns called `names`; `nil`, with a diagnostic, where some are missing.
    /// - Parameter namedBy: the keys of `feeds.yml` that name these columns, by column; none where the format does.
    func columns(
        _ names: [String], namedBy keys: [String: String] = [:], diagnostics: inout [Diagnostic],
    ) -> [Int]? {
        if let recorder = ColumnRecorder.current {
            recorder.note(names, isRequired: true)
            return Array(names.indices)
        }
        let positions = names.map(column)
        let missing = zip(names, positions).filter { $0.1 == nil }.map(\.0)
        if missing.isEmpty {
            reportRepeated(names, &diagnostics)
            return positions.compactMap { $0 }
        }
        let found = Self.list(columnNames)
        if missing.count == names.count {
            diagnostics.append(
                .error(
                    .feedColumnMissing, at: location(ofColumn: nil),
                    "aucune des colonnes attendues (\(Self.list(names))) ne figure sur la première ligne, "
                        + "où l’on lit : \(found)",
                    advice: "vérifiez le format et le séparateur que feeds.yml déclare pour ce fichier"))
            return nil
        }
        var absent: [String] = []
        for name in missing {
            guard let near = Suggestion.closest(to: name, in: columnNames.filter({ !names.contains($0) })) else {
                absent.append(name)
                continue
            }
            diagnostics.append(
                .error(
                    .feedColumnMissing, at: location(ofColumn: column(near)),
                    "la colonne « \(name) » manque ; colonnes lues : \(found)",
                    advice: keys[name].map { "si c’est « \(near) », corrigez « \($0): \(near) » dans feeds.yml, ou rétablissez le nom dans le fichier" }
                        ?? "rétablissez le nom de la colonne ; est-ce « \(near) » ?"))
        }
        if !absent.isEmpty {
            let isOne = absent.count == 1
            diagnostics.append(
                .error(
                    .feedColumnMissing, at: location(ofColumn: nil),
                    (isOne ? "la colonne \(Self.list(absent)) manque" : "les colonnes \(Self.list(absent)) manquent")
                        + " ; colonnes lues : \(found)",
                    advice: "reprenez le fichier tel qu’il est publié, ou "
                        + (keys[absent[0]].map { "corrigez « \($0) » dans feeds.yml" }
                            ?? "ajoutez \(isOne ? "la colonne" : "les colonnes")")))
        }
        return nil
    }

    private func reportRepeated(_ names: [String], _ diagnostics: inout [Diagnostic]) {
        for name in names {
            guard let last = columnNames.lastIndex(of: name), last != column(name) else { continue }
            diagnostics.append(
                .error(
                    .feedColumnMissing, at: location(ofColumn: last), "la colonne « \(name) » figure deux fois",
                    advice: "gardez celle qui convient, renommez l’autre"))
        }
    }

    /// Position of the first column called `name`.
    func column(_ name: String) -> Int? {
        ColumnRecorder.current?.note([name], isRequired: false)
        return columnNames.firstIndex(of: name)
    }

    /// Hands every readable row to `body`; a row that cannot be read, or has not a field for each column,
    /// is a diagnostic and hides none of the others. Returns the number of rows handed over.
    ///
    /// A row is good for the time of the call: its bytes are a window that moves on.
    @discardableResult
    func forEachRow(
        diagnostics: inout [Diagnostic], _ body: (CSVRow, inout [Diagnostic]) -> Void,
    ) -> Int {
        var count = 0
        do {
            var cursor = try CSVCursor(
                try source.open(), file: file, encoding: detected, declared: declared, isDeclared: isDeclared,
                separator: dialect.separator)
            var isHeader = true
            while true {
                switch try cursor.next() {
                case .row where isHeader:
                    isHeader = false
                case .row:
                    if let fault = widthFault(of: cursor.row) {
                        // Both versions are in the file: what is read from there on is neither.
                        if MergeMarkers.isOpening(cursor.row.bytes[cursor.row.range(0)]) {
                            diagnostics.append(.mergeUnfinished(at: cursor.row.location(0)))
                            return count
                        }
                        diagnostics.append(fault)
                    } else {
                        body(cursor.row, &diagnostics)
                        count += 1
                    }
                case .fault(let fault), .remark(let fault):
                    diagnostics.append(fault)
                case .end:
                    return count
                }
            }
        } catch {
            diagnostics.append(.unreadable(error, file: file))
            return count
        }
    }

    private func widthFault(of row: CSVRow) -> Diagnostic? {
        let expected = columnNames.count
        if row.fields.count == expected { return nil }
        if row.fields.count < expected {
            return .error(
                .feedRowShort, at: row.location,
                "ligne trop courte : \(Self.fields(row.fields.count)) au lieu de \(expected), "
                    + "tout manque à partir de la colonne « \(columnNames[row.fields.count]) »",
                advice: "complétez la ligne (une case vide garde son « \(separatorName) »), ou supprimez-la")
        }
        // Spreadsheets pad rows with empty cells.
        guard let extra = (expected..<row.fields.count).first(where: { !row.isEmpty($0) }) else { return nil }
        return .error(
            .feedRowInvalid, at: row.location(extra),
            "ligne trop longue : \(Self.fields(row.fields.count)) au lieu de \(expected)",
            advice: "mettez entre guillemets droits (\") une valeur qui contient le séparateur « \(separatorName) »")
    }

    private static func list(_ names: [String]) -> String {
        names.map { "« \($0) »" }.joined(separator: ", ")
    }

    private static func fields(_ count: Int) -> String { count == 1 ? "1 champ" : "\(count) champs" }

    private var separatorName: String {
        dialect.separator == .tab ? "tabulation" : String(UnicodeScalar(dialect.separator))
    }

    private func location(ofColumn column: Int?) -> SourceLocation {
        let first = column.map { header.fields[$0].start } ?? dialect.start
        let end = column.map { header.fields[$0].end } ?? header.bytes.count
        return header.place(first..<max(end, first + 1))
    }
}
