/// What stands around a place of the text; used only once a fault is known.
struct SourceLines {
    let text: UnsafeBufferPointer<UInt8>

    /// The character at an offset, as text; empty at the end.
    func character(at offset: Int) -> String {
        guard offset < text.count else { return "" }
        var end = offset + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: text[offset..<end], as: UTF8.self)
    }

    /// Number of bytes from an offset to the last visible character of its line, at least 1.
    func restOfLine(_ offset: Int) -> Int {
        var end = offset
        while end < text.count, !Self.endsLine(text[end]) { end += 1 }
        while end > offset, text[end - 1] == 0x20 { end -= 1 }
        return max(1, end - offset)
    }

    /// Whether only spaces stand before it in its line.
    func isFirstOfLine(_ offset: Int) -> Bool {
        text[start(ofLineAt: offset)..<min(offset, text.count)].allSatisfy { $0 == 0x20 }
    }

    func startsWithSpace(lineAt offset: Int) -> Bool {
        let start = start(ofLineAt: offset)
        return start < text.count && text[start] == 0x20
    }

    /// Whether « key: » stands before it in its line.
    func hasKey(before offset: Int) -> Bool {
        let line = text[start(ofLineAt: offset)..<min(offset, text.count)]
        return line.indices.dropLast().contains { line[$0] == 0x3A && line[$0 + 1] == 0x20 }
    }

    /// Number of the line, from 0.
    func line(of offset: Int) -> Int {
        text[..<min(offset, text.count)].count { $0 == 0x0A }
    }

    func start(ofLineAt offset: Int) -> Int {
        var start = min(offset, text.count)
        while start > 0, !Self.endsLine(text[start - 1]) { start -= 1 }
        return start
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
