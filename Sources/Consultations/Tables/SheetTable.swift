import FeedReading

/// A table that is read whole and stays in memory: LimeSurvey's, Démarches simplifiées', or one of one's own.
struct SheetTable {
    struct Row {
        /// On which it starts, from 1.
        let line: Int
        let cells: [String]
    }

    let columns: [String]
    let rows: [Row]

    /// - Parameter separator: where it is known; else the one that the first row uses most.
    init(_ bytes: [UInt8], separator: UInt8? = nil) throws(SheetFault) {
        guard !bytes.isEmpty else { throw SheetFault("le fichier est vide", advice: "exportez-le de nouveau") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw SheetFault(
                "le fichier n’est pas enregistré en UTF-8", advice: "exportez-le de nouveau au format CSV, en UTF-8, sans l’ouvrir dans un tableur")
        }
        let dialect = CSVDialect(sniffing: bytes, declared: separator)
        var scanner = CSVScanner(separator: dialect.separator, position: dialect.start)
        var fields: [CSVField] = []
        var read: [Row] = []
        reading: while true {
            switch scanner.next(in: bytes.span, fields: &fields) {
            case .row: read.append(Row(line: scanner.rowLine, cells: fields.map { Self.text($0, in: bytes) }))
            case .fault(let fault): throw SheetFault(Self.words(fault), line: scanner.rowLine, advice: "exportez le fichier de nouveau")
            case .needsMoreBytes, .end: break reading
            }
        }
        guard let first = read.first else { throw SheetFault("le fichier ne contient que des lignes vides", advice: "exportez-le de nouveau") }
        columns = first.cells.map(Self.trimmed)
        let width = columns.count
        rows = try read.dropFirst().map { row throws(SheetFault) in
            // Spreadsheets pad rows; LimeSurvey leaves out what is empty at the end of a row of its structure.
            guard row.cells.count <= width || row.cells[width...].allSatisfy(\.isEmpty) else {
                throw SheetFault(
                    "la ligne a \(row.cells.count) cases, la première n’en a que \(width)", line: row.line,
                    advice: "un texte contient le séparateur : exportez le fichier de nouveau, les textes entre guillemets")
            }
            let cells = row.cells.prefix(width) + repeatElement("", count: max(0, width - row.cells.count))
            return Row(line: row.line, cells: Array(cells))
        }
    }

    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    static func trimmed(_ text: String) -> String {
        var rest = text.unicodeScalars[...]
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    private static func text(_ field: CSVField, in bytes: [UInt8]) -> String {
        let content = bytes[field.start..<field.end]
        guard field.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
        var single: [UInt8] = []
        var isSecond = false
        for byte in content {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { single.append(byte) }
        }
        return String(decoding: single, as: UTF8.self)
    }

    private static func words(_ fault: CSVFault) -> String {
        switch fault.kind {
        case .nulByte: "la ligne contient un octet nul : ce n’est pas un fichier CSV en UTF-8"
        case .unclosedQuote: "un guillemet de cette ligne n’est jamais refermé"
        case .textAfterQuote: "du texte suit un guillemet fermant"
        case .rowTooLong: "la ligne est trop longue pour être celle d’un export"
        }
    }
}
