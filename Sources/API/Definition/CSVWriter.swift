/// Writes a table as RFC 4180 has it: commas, CRLF, quotes where a cell needs them, UTF-8 without a mark of order.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and may run it. Such a text gets an
/// apostrophe before it, and so does one that begins with an apostrophe: taking one away from a text that begins with
/// one gives the text back, whatever it was. Numbers, which are written as such, never do.
/// Source: https://owasp.org/www-community/attacks/CSV_Injection
struct CSVWriter {
    /// Between the texts of a list: codes and names of services hold none.
    static let separator = "|"

    private(set) var bytes: [UInt8] = []
    private var isRowStart = true

    mutating func row(_ cells: (inout CSVWriter) -> Void) {
        cells(&self)
        bytes.append(0x0D)
        bytes.append(0x0A)
        isRowStart = true
    }

    mutating func empty() { separate() }

    /// Signs that no quote is needed for, and that start no formula.
    mutating func digits(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func text(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { utf8 in
            let isGuarded = utf8.first.map(Self.startsFormula) ?? false
            let isQuoted = utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            if isQuoted { bytes.append(0x22) }
            if isGuarded { bytes.append(0x27) }
            for byte in utf8 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            if isQuoted { bytes.append(0x22) }
        }
    }

    mutating func texts(_ texts: [String]) { text(texts.joined(separator: Self.separator)) }

    /// `=`, `+`, `-`, `@`, a tabulation, the end of a line, and the apostrophe that guards against them.
    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0x27: true
        default: false
        }
    }

    private mutating func separate() {
        if !isRowStart { bytes.append(0x2C) }
        isRowStart = false
    }
}
