/// A style sheet as it is sent: without comments, nor the spaces that CSS has no use for. Designers keep theirs.
/// Source: CSS Syntax Module Level 3. What stands in quotation marks, or in `url(…)`, is left as it is.
enum StyleCompaction {
    static func compact(_ sheet: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(sheet.count)
        var place = 0
        var isSpaced = false
        while place < sheet.count {
            let byte = sheet[place]
            if byte <= 0x20 {
                isSpaced = true
                place += 1
            } else if sheet[place...].starts(with: "/*".utf8) {
                // A comment parts what stands around it, as a space does.
                isSpaced = true
                place = sheet[(place + 2)...].firstRange(of: Array("*/".utf8))?.upperBound ?? sheet.count
            } else {
                // Around these a space says nothing; before a colon it does (`nav :hover`).
                if isSpaced, let last = result.last, !isSelfStanding(last), last != colon, !isSelfStanding(byte) {
                    result.append(0x20)
                }
                isSpaced = false
                if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
                let end = end(ofPieceAt: place, in: sheet)
                result += sheet[place..<end]
                place = end
            }
        }
        return result
    }

    private static let colon = UInt8(ascii: ":")

    private static func isSelfStanding(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }

    /// A string whole, an address whole, an escape with what it escapes, or one byte.
    private static func end(ofPieceAt place: Int, in sheet: [UInt8]) -> Int {
        let byte = sheet[place]
        if byte == UInt8(ascii: "\\") { return min(place + 2, sheet.count) }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            var end = place + 1
            while end < sheet.count, sheet[end] != byte { end += sheet[end] == UInt8(ascii: "\\") ? 2 : 1 }
            return min(end + 1, sheet.count)
        }
        if sheet[place...].starts(with: "url(".utf8) {
            let close = sheet[place...].firstIndex(of: UInt8(ascii: ")"))
            return close.map { $0 + 1 } ?? sheet.count
        }
        return place + 1
    }
}
