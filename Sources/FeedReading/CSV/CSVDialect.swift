/// What differs from one CSV file to the next: where the first row starts, and what separates its fields.
public struct CSVDialect: Sendable, Hashable {
    /// `;`, `,` or a tab.
    public let separator: UInt8
    /// Length of the byte order mark, 0 or 3.
    public let start: Int

    /// Skips a byte order mark and, unless a separator is declared, takes the one that the first row uses most.
    public init(sniffing bytes: [UInt8], declared: UInt8? = nil) {
        self.init(sniffing: bytes[...], declared: declared)
    }

    /// - Parameter bytes: the first of a file.
    init(sniffing bytes: ArraySlice<UInt8>, declared: UInt8? = nil) {
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        separator = declared ?? Self.mostUsed(in: bytes.dropFirst(start))
    }

    /// Counts outside quotes, up to the end of the first row. `;` where none occurs: one column needs none.
    private static func mostUsed(in bytes: ArraySlice<UInt8>) -> UInt8 {
        var semicolons = 0
        var commas = 0
        var tabs = 0
        var isQuoted = false
        scan: for byte in bytes {
            switch byte {
            case .quote: isQuoted.toggle()
            case .semicolon where !isQuoted: semicolons += 1
            case .comma where !isQuoted: commas += 1
            case .tab where !isQuoted: tabs += 1
            case .lineFeed where !isQuoted, .carriageReturn where !isQuoted: break scan
            default: break
            }
        }
        if tabs > semicolons, tabs > commas { return .tab }
        return commas > semicolons ? .comma : .semicolon
    }
}
