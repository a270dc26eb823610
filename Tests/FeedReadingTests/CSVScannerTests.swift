import FeedReading
import Testing

/// Rows as texts, with `!` and the fault's offset for what could not be read.
private func rows(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ";"), start: Int = 0) -> [[String]] {
    var scanner = CSVScanner(separator: separator, position: start)
    var fields: [CSVField] = []
    var rows: [[String]] = []
    while true {
        switch scanner.next(in: bytes.span, fields: &fields) {
        case .row: rows.append(fields.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) })
        case .fault(let fault): rows.append(["!\(fault.kind) \(fault.offset)"])
        case .needsMoreBytes: rows.append(["the whole file is here"])
        case .end: return rows
        }
    }
}

private func rows(_ text: String) -> [[String]] { rows(Array(text.utf8)) }

@Suite struct CSVScannerTests {
    static let cases: [(String, [[String]])] = [
        ("", []),
        ("a", [["a"]]),
        ("a;b\n", [["a", "b"]]),
        ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
        ("a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
        ("a;;\n;b", [["a", "", ""], ["", "b"]]),
        ("\n\na\n\r\n\nb\n\n", [["a"], ["b"]]),
        // A header without quotes over rows with them.
        ("a;b\n\"c\";\"d\"\n", [["a", "b"], ["c", "d"]]),
        ("\"a;b\";\"c\r\nd\";\"\ne\"\nf;g;h", [["a;b", "c\r\nd", "\ne"], ["f", "g", "h"]]),
        ("\"\"\n", [[""]]),
        ("\"\";\"\"", [["", ""]]),
        // Doubled quotes are told, and undone only where text is asked for.
        ("\"a \"\"b\"\"\";\"\"\"\"", [["a \"\"b\"\"", "\"\""]]),
        ("le 5\" de l'\"an\";b", [["le 5\" de l'\"an\"", "b"]]),
        ("Éloise;Allèves\n", [["Éloise", "Allèves"]]),
        // Faults: the rows around them are read.
        ("a;b\nc\0;d\ne;f", [["a", "b"], ["!nulByte 5"], ["e", "f"]]),
        ("a;b\n\"c\0\";d\ne;f", [["a", "b"], ["!nulByte 6"], ["e", "f"]]),
        ("a;\"b\nc;d\ne;f\n", [["!unclosedQuote 2"], ["c", "d"], ["e", "f"]]),
        ("\"a\";\"b\n\"c\";\"d\"\n\"e\";\"f\"\n", [["!unclosedQuote 4"], ["c", "d"], ["e", "f"]]),
        ("\"a\"b;c\nd;e", [["!textAfterQuote 3"], ["d", "e"]]),
        ("\"a", [["!unclosedQuote 0"]]),
        ("\"", [["!unclosedQuote 0"]]),
    ]

    @Test(arguments: cases)
    func splitsRowsAndFields(_ text: String, _ expected: [[String]]) {
        #expect(rows(text) == expected)
    }

    @Test(arguments: cases.map(\.0))
    func aWindowOfAnyLengthGivesWhatTheWholeFileGives(_ text: String) {
        let bytes = Array(text.utf8)
        for length in 1...max(bytes.count, 1) {
            #expect(windowed(bytes, of: length) == rows(bytes), "windows of \(length) bytes")
        }
    }

    /// Reads `length` bytes at a time, keeping only the row that is not finished.
    private func windowed(_ bytes: [UInt8], of length: Int) -> [[String]] {
        var scanner = CSVScanner(separator: UInt8(ascii: ";"))
        var window: [UInt8] = []
        var dropped = 0
        var fields: [CSVField] = []
        var rows: [[String]] = []
        while true {
            let isLast = dropped + window.count == bytes.count
            switch scanner.next(in: window.span, isLast: isLast, fields: &fields) {
            case .row:
                rows.append(fields.map { String(decoding: window[$0.start..<$0.end], as: UTF8.self) })
            case .fault(let fault):
                rows.append(["!\(fault.kind) \(fault.offset + dropped)"])
            case .needsMoreBytes:
                let used = scanner.position
                scanner.discard(used)
                window.removeFirst(used)
                dropped += used
                window += bytes[(dropped + window.count)...].prefix(length)
            case .end:
                return rows
            }
        }
    }

    @Test func linesCountTheBreaksInsideQuotes() {
        let bytes = Array("a;b\r\n\"c\r\nd\ne\rf\";g\r\n\n\"h\nx;y\nz;t".utf8)
        var scanner = CSVScanner(separator: UInt8(ascii: ";"))
        var fields: [CSVField] = []
        var lines: [Int] = []
        while scanner.next(in: bytes.span, fields: &fields) != .end { lines.append(scanner.rowLine) }
        #expect(lines == [1, 2, 7, 8, 9])
    }

    @Test func fieldsKnowTheirPlaces() {
        let bytes = Array("a;\"é\"\"\";c".utf8)
        var scanner = CSVScanner(separator: UInt8(ascii: ";"))
        var fields: [CSVField] = []
        #expect(scanner.next(in: bytes.span, fields: &fields) == .row)
        #expect(
            fields == [
                CSVField(start: 0, end: 1), CSVField(start: 3, end: 7, hasDoubledQuotes: true),
                CSVField(start: 9, end: 10),
            ])
    }

    @Test(arguments: ["", "\""])
    func aRowOfTenMillionBytesIsAFaultAndNoMore(_ quote: String) {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
        let bytes = Array("a;b\n\(quote)".utf8) + long + Array("\(quote);y\nc;d\n".utf8)
        #expect(rows(bytes) == [["a", "b"], ["!rowTooLong 4"], ["c", "d"]])
    }

    @Test func aForgottenQuoteDoesNotSwallowALongFile() {
        let line = Array("74010;Annecy\n".utf8)
        let bytes = Array("a;\"b\n".utf8) + Array([[UInt8]](repeating: line, count: 200_000).joined())
        let found = rows(bytes)
        #expect(found.first == ["!unclosedQuote 2"])
        #expect(found.count == 200_001)
    }
}

@Suite struct CSVDialectTests {
    @Test(arguments: [
        ("a;b,c;d\n1,2,3,4,5", ";"), ("a,b,c;d\n", ","), ("a\tb\tc,d", "\t"), ("\"a,b,c\";d", ";"), ("a", ";"),
        ("\"a,\n,,\";b\n,,,", ";"), ("a;b\r,,,,", ";"),
    ])
    func theFirstRowTellsTheSeparator(_ text: String, _ separator: String) {
        #expect(CSVDialect(sniffing: Array(text.utf8)).separator == separator.utf8.first)
    }

    @Test func aDeclaredSeparatorWins() {
        #expect(CSVDialect(sniffing: Array("a;b;c".utf8), declared: UInt8(ascii: ",")).separator == UInt8(ascii: ","))
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstName() {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("é;b".utf8)
        let dialect = CSVDialect(sniffing: bytes)
        #expect(rows(bytes, separator: dialect.separator, start: dialect.start) == [["é", "b"]])
    }
}
