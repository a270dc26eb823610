/// A style sheet cut into what CSS reads whole. Source: CSS Syntax Module Level 3.
struct StylePieces: Sequence, IteratorProtocol {
    enum Kind {
        case space, comment, string
        /// `url(…)`, quotation marks or not.
        case address
        /// One byte, or an escape with what it escapes.
        case other
    }

    private let sheet: [UInt8]
    private var place = 0
    /// Whether the byte before belongs to a name: `my-url(` is another function.
    private var isInName = false

    init(_ sheet: [UInt8]) { self.sheet = sheet }

    mutating func next() -> (kind: Kind, range: Range<Int>)? {
        guard place < sheet.count else { return nil }
        let start = place
        let (kind, end) = piece(at: start)
        place = Swift.min(end, sheet.count)
        isInName = kind == .other && Self.isOfName(sheet[start])
        return (kind, start..<place)
    }

    /// What is not closed goes to the end.
    private func piece(at start: Int) -> (kind: Kind, end: Int) {
        switch sheet[start] {
        case ...0x20: return (.space, sheet[start...].firstIndex { $0 > 0x20 } ?? sheet.count)
        case UInt8(ascii: "\\"): return (.other, start + 2)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return (.string, endOfString(from: start))
        case UInt8(ascii: "/") where sheet[start...].starts(with: "/*".utf8):
            return (.comment, sheet[(start + 2)...].firstRange(of: "*/".utf8)?.upperBound ?? sheet.count)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            guard !isInName, isAddress(start) else { return (.other, start + 1) }
            return (.address, sheet[start...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? sheet.count)
        default: return (.other, start + 1)
        }
    }

    private func endOfString(from start: Int) -> Int {
        var end = start + 1
        while end < sheet.count, sheet[end] != sheet[start] { end += sheet[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return end + 1
    }

    /// Names of functions have no case.
    private func isAddress(_ start: Int) -> Bool {
        sheet[start...].prefix(4).map { $0 < 0x80 && $0 > 0x40 ? $0 | 0x20 : $0 }.elementsEqual("url(".utf8)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }
}
