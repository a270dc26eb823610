import SiteModel

/// Whether a table can stand in a column of print: one that cannot is set row by row, each cell after its heading.
///
/// Told from the longest word of each column, which is never cut, in the widths of a usual sans serif: near enough, and
/// the same wherever the table is set.
struct TableWidth {
    private let document: Document
    private let facts: [Fact.ID: Fact]

    /// The narrowest column that texts are set in, and what a table adds to each of its own, in thousandths of an em of
    /// 10 points.
    private static let column = 24_000
    private static let inset = 910

    init(_ document: Document, facts: [Fact.ID: Fact]) {
        self.document = document
        self.facts = facts
    }

    func isTooGreat(_ table: Int) -> Bool {
        var widths: [Int] = []
        for row in document.children(of: table) {
            for (place, cell) in document.children(of: row).enumerated() {
                if place == widths.count { widths.append(0) }
                widths[place] = max(widths[place], longestWord(of: cell))
            }
        }
        return widths.reduce(0) { $0 + $1 + Self.inset } > Self.column
    }

    private func longestWord(of cell: Int) -> Int {
        var longest = 0
        var word = 0
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                word += Self.width(byte)
                longest = max(longest, word)
                if byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") { word = 0 }
            }
        }
        func visit(_ index: Int) {
            let node = document.nodes[index]
            switch node.kind {
            case .text, .code: add(document.bytes(of: node))
            case .softBreak, .lineBreak: word = 0
            case .directive:
                let directive = document.directives[Int(node.start)]
                add((facts[directive.label].map { FactText.value($0, as: directive.factForm) } ?? directive.label).utf8)
            default: for child in document.children(of: index) { visit(child) }
            }
        }
        visit(cell)
        return longest
    }

    /// Thousandths of an em; a letter of several bytes counts by its first.
    private static func width(_ byte: UInt8) -> Int {
        switch byte {
        case 0x80..<0xC0, 0x20: 0
        case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
            UInt8(ascii: "I"), UInt8(ascii: "'"), 0xC2, 0xE2:
            300
        case UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): 400
        case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"): 900
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 700
        default: 610
        }
    }
}
