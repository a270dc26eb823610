import Testing

@testable import FeedReading

/// Bytes from a fixed seed: the same texts each time.
struct Draw {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

/// The quick way through plain rows gives what the exact way gives.
@Suite struct CSVBlocksTests {
    private func rows(_ bytes: [UInt8], quickly: Bool) -> [String] {
        var scanner = CSVScanner(separator: .semicolon)
        var fields: [CSVField] = []
        var rows: [String] = []
        while true {
            // An array without fields keeps a row from the quick way.
            if !quickly { fields = [] }
            switch scanner.next(in: bytes.span, fields: &fields) {
            case .row:
                rows.append("\(scanner.rowLine) \(fields.map { "\($0.start)-\($0.end)\($0.hasDoubledQuotes ? "\"" : "")" })")
            case .fault(let fault): rows.append("\(scanner.rowLine) \(fault.kind) \(fault.offset)")
            case .needsMoreBytes: rows.append("the whole text is here")
            case .end: return rows
            }
        }
    }

    @Test(arguments: 0..<40)
    func randomTextsAreSplitAlike(_ seed: Int) {
        var draw = Draw(UInt64(seed))
        // From texts that are nearly all plain to texts that hardly are.
        let surprises: [String] = ["\"", "\"\"", "\r", "\n", "\0", "\t", ";", "\u{B}", "é"]
        var text: [UInt8] = []
        for _ in 0..<300 {
            let width = 1 + draw.below(9)
            let isQuoted = draw.below(2) == 0
            let fields = (0..<width).map { _ -> String in
                var content = String(repeating: "x", count: draw.below(draw.below(8) == 0 ? 90 : 12))
                if draw.below(40) < seed { content += surprises[draw.below(surprises.count)] }
                return isQuoted ? "\"\(content)\"" : content
            }
            text += Array((fields.joined(separator: ";") + (draw.below(3) == 0 ? "\r\n" : "\n")).utf8)
        }
        text += [UInt8](repeating: .lineFeed, count: 80)
        #expect(rows(text, quickly: true) == rows(text, quickly: false))
    }

    /// Rows of every length, so that line breaks and quotes fall on each place of a block.
    @Test(arguments: ["\n", "\r\n"], ["", "\""])
    func rowsOfAnyLengthAreSplitAlike(_ end: String, _ quote: String) {
        for length in 0..<200 {
            let value = quote + String(repeating: "v", count: length) + quote
            let row = "\(value);\(quote)\(quote);\(value)\(end)"
            let bytes = Array(String(repeating: row, count: 6).utf8) + [UInt8](repeating: .lineFeed, count: 80)
            #expect(rows(bytes, quickly: true) == rows(bytes, quickly: false), "values of \(length) bytes")
        }
    }

    @Test func theQuickWayIsTaken() {
        let bytes = Array(String(repeating: "\"74010\";\"Annecy\";\"74000\"\r\n", count: 8).utf8)
        var scanner = CSVScanner(separator: .semicolon)
        var fields = [CSVField](repeating: CSVField(start: 0, end: 0), count: 5)
        #expect(scanner.nextPlain(in: bytes.span, fields: &fields))
        #expect(fields == [CSVField(start: 1, end: 6), CSVField(start: 9, end: 15), CSVField(start: 18, end: 23)])
        #expect(scanner.position == 26)
    }
}
