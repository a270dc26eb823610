import Diagnostics

/// A CSV file whose first row names its columns. Rows are handed out one at a time and none is kept.
struct CSVTable: Sendable {
    let file: String
    let bytes: [UInt8]
    let encoding: TextEncoding
    let dialect: CSVDialect
    /// Names in the order of the columns, as the file spells them.
    let columnNames: [String]
    private let columnFields: [CSVField]
    private let firstRow: CSVScanner

    /// `nil`, with a diagnostic, for a file that is empty, badly encoded or without a readable first row.
    /// - Parameter isDeclared: whether `feeds.yml` has an entry for it, where an encoding can be told.
    init?(
        _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, separator: UInt8? = nil,
        isDeclared: Bool = true, diagnostics: inout [Diagnostic],
    ) {
        guard !bytes.isEmpty else {
            diagnostics.append(
                .error(
                    .feedEmpty, at: SourceLocation(file: file), "le fichier « \(file) » est vide",
                    advice: "déposez-le de nouveau"))
            return nil
        }
        if let fault = Self.encodingFault(of: bytes, file: file, encoding: encoding, isDeclared: isDeclared) {
            diagnostics.append(fault)
            return nil
        }
        self.file = file
        self.bytes = bytes
        self.encoding = encoding ?? .utf8
        dialect = CSVDialect(sniffing: bytes, declared: separator)
        var scanner = CSVScanner(separator: dialect.separator, position: dialect.start)
        var row = CSVRow(bytes: bytes, encoding: self.encoding, file: file)
        switch scanner.next(in: bytes.span, fields: &row.fields) {
        case .row:
            break
        case .fault(let fault):
            diagnostics.append(fault.diagnostic(file: file))
            return nil
        case .needsMoreBytes, .end:
            diagnostics.append(
                .error(
                    .feedEmpty, at: SourceLocation(file: file),
                    "le fichier « \(file) » ne contient que des lignes vides"))
            return nil
        }
        columnNames = row.fields.indices.map { row.text($0) }
        columnFields = row.fields
        firstRow = scanner
    }

    /// Positions of the columns called `names`; `nil`, with a diagnostic, where some are missing.
    func columns(_ names: [String], diagnostics: inout [Diagnostic]) -> [Int]? {
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
                    advice: "rétablissez le nom de la colonne ; est-ce « \(near) » ?"))
        }
        if !absent.isEmpty {
            let isOne = absent.count == 1
            diagnostics.append(
                .error(
                    .feedColumnMissing, at: location(ofColumn: nil),
                    (isOne ? "la colonne \(Self.list(absent)) manque" : "les colonnes \(Self.list(absent)) manquent")
                        + " ; colonnes lues : \(found)",
                    advice: "reprenez le fichier tel qu’il est publié, ou ajoutez "
                        + (isOne ? "la colonne" : "les colonnes")))
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
    func column(_ name: String) -> Int? { columnNames.firstIndex(of: name) }

    /// Hands every readable row to `body`; a row that cannot be read, or has not a field for each column,
    /// is a diagnostic and hides none of the others. Returns the number of rows handed over.
    @discardableResult
    func forEachRow(
        diagnostics: inout [Diagnostic], _ body: (CSVRow, inout [Diagnostic]) -> Void,
    ) -> Int {
        var scanner = firstRow
        var row = CSVRow(bytes: bytes, encoding: encoding, file: file)
        var count = 0
        while true {
            switch scanner.next(in: bytes.span, fields: &row.fields) {
            case .row:
                row.start = scanner.rowStart
                row.line = scanner.rowLine
                if let fault = widthFault(of: row) {
                    diagnostics.append(fault)
                } else {
                    body(row, &diagnostics)
                    count += 1
                }
            case .fault(let fault):
                diagnostics.append(fault.diagnostic(file: file))
            case .needsMoreBytes, .end:
                return count
            }
        }
    }

    private func widthFault(of row: CSVRow) -> Diagnostic? {
        let expected = columnNames.count
        if row.fields.count == expected { return nil }
        if row.fields.count < expected {
            let end = row.fields[row.fields.count - 1].end
            return .error(
                .feedRowShort, at: SourceLocation(file: file, offset: row.start, length: end - row.start),
                "ligne trop courte : \(Self.fields(row.fields.count)) au lieu de \(expected), "
                    + "tout manque à partir de la colonne « \(columnNames[row.fields.count]) »",
                advice: "complétez la ligne, ou supprimez-la")
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
        let first = column.map { columnFields[$0].start } ?? dialect.start
        let end = column.map { columnFields[$0].end } ?? columnFields[columnFields.count - 1].end
        return SourceLocation(file: file, offset: first, length: max(end - first, 1))
    }
}

extension CSVTable {
    private static func encodingFault(
        of bytes: [UInt8], file: String, encoding: TextEncoding?, isDeclared: Bool,
    ) -> Diagnostic? {
        if TextFile.isUTF16(bytes) {
            return .error(
                .feedEncoding, at: SourceLocation(file: file, offset: 0), "le fichier est enregistré en UTF-16, pas en UTF-8",
                advice: "dans votre tableur, enregistrez-le au format « CSV UTF-8 »")
        }
        switch (UTF8Check(bytes.span), encoding) {
        case (.invalid(let offset), .utf8), (.invalid(let offset), nil):
            return .error(
                .feedEncoding, at: SourceLocation(file: file, offset: offset),
                "le fichier n’est pas enregistré en UTF-8 (il semble l’être en Windows-1252)",
                advice: isDeclared
                    ? "enregistrez-le en UTF-8, ou déclarez « encoding: windows-1252 » dans feeds.yml"
                    : "enregistrez-le en UTF-8")
        case (.valid, .windows1252):
            return .error(
                .feedEncoding, at: SourceLocation(file: file),
                "feeds.yml déclare « encoding: windows-1252 », mais le fichier « \(file) » est en UTF-8",
                advice: "retirez la ligne « encoding » de feeds.yml : les accents seraient faux")
        case (.ascii, _), (.valid, _), (.invalid, .windows1252):
            return nil
        }
    }
}

extension CSVFault {
    func diagnostic(file: String) -> Diagnostic {
        let location = SourceLocation(file: file, offset: offset)
        return switch kind {
        case .nulByte:
            .error(
                .feedRowInvalid, at: location, "la ligne contient un octet nul",
                advice: "téléchargez le fichier de nouveau, ou enregistrez-le en texte CSV UTF-8")
        case .unclosedQuote:
            .error(
                .feedRowInvalid, at: location, "ce guillemet n’est jamais refermé",
                advice: "refermez-le avant le séparateur ; un guillemet dans un texte se double (\"\")")
        case .textAfterQuote:
            .error(
                .feedRowInvalid, at: location, "du texte suit un guillemet fermant",
                advice: "placez le séparateur juste après le guillemet ; un guillemet dans un texte se double (\"\")")
        case .rowTooLong:
            .error(
                .feedRowInvalid, at: location,
                "ligne de plus de \(CSVScanner.maximumRowLength / (1 << 20)) Mio",
                advice: "vérifiez que le fichier est bien un CSV et que ses fins de ligne ont été gardées")
        }
    }
}
