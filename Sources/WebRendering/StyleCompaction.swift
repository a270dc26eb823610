/// A style sheet as it is sent: without comments, nor the spaces that CSS has no use for. Designers keep theirs.
enum StyleCompaction {
    static func compact(_ sheet: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(sheet.count)
        var isSpaced = false
        for (kind, range) in StylePieces(sheet) {
            let first = sheet[range.lowerBound]
            switch kind {
            // A comment parts what stands around it, as a space does.
            case .space, .comment: isSpaced = true
            case .string, .address, .other:
                // Around these a space says nothing; before a colon it does (`nav :hover`).
                if isSpaced, let last = result.last, !isSelfStanding(last), last != UInt8(ascii: ":"), !isSelfStanding(first) {
                    result.append(0x20)
                }
                isSpaced = false
                if first == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
                result += sheet[range]
            }
        }
        return result
    }

    private static func isSelfStanding(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }
}
