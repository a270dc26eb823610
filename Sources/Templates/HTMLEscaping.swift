extension [UInt8] {
    /// Appends a text with `&`, `<`, `>` and `"` as entities: safe between tags and in attributes within
    /// double quotes.
    public mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// The same for UTF-8 in memory; whole stretches between the signs are copied at once.
    public mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var position = 0
        while true {
            position = Self.nextSign(in: bytes, from: position)
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
            guard position < bytes.count else { return }
            let entity: StaticString =
                switch bytes[position] {
                case UInt8(ascii: "&"): "&amp;"
                case UInt8(ascii: "<"): "&lt;"
                case UInt8(ascii: ">"): "&gt;"
                default: "&quot;"
                }
            entity.withUTF8Buffer { append(contentsOf: $0) }
            position += 1
            start = position
        }
    }

    /// Eight bytes at a time: `"` and `&` differ in one bit, `<` and `>` in another.
    private static func nextSign(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func hasZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & (ones << 7) != 0 }
        var position = start
        let raw = UnsafeRawBufferPointer(bytes)
        while position + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if hasZero((word | ones << 2) ^ ones &* 0x26) || hasZero((word | ones << 1) ^ ones &* 0x3E) { break }
            position += 8
        }
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return position
            default: position += 1
            }
        }
        return position
    }
}
