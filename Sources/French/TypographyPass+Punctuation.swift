extension TypographyPass {
    /// `;`, `!`, `?`
    mutating func highPunctuation() {
        let start = spacesStart
        let before = scalar(before: start)
        if scalar(at: index + 1).followsClause {
            if start == index {
                if before.closesWord, !endsEntity { replace(index..<index, with: "\u{202F}") }
            } else if before != nil, !before.isSpace, !before.isOpening {
                replace(start..<index, with: "\u{202F}")
            }
        }
        index += 1
    }

    /// `:` gets no space that was not written: it may be a time, an address, a place in a file.
    mutating func colon() {
        if byte(at: index + 1) == UInt8(ascii: "/"), byte(at: index + 2) == UInt8(ascii: "/") {
            address()
            return
        }
        let start = spacesStart
        let before = scalar(before: start)
        let after = scalar(at: index + 1)
        let isPunctuation = after == nil || after.isSpace || after == 0x22 || after == 0xAB || after == 0xBB
        if start < index, isPunctuation, before != nil, !before.isSpace, !before.isOpening {
            replace(start..<index, with: "\u{A0}")
        }
        index += 1
    }

    /// From `://` to the last sign that can belong to an address.
    private mutating func address() {
        index += 3
        let start = index
        while let byte = byte(at: index), byte > 0x20, byte != 0xC2, byte != 0xE2, byte != UInt8(ascii: "<"),
            byte != UInt8(ascii: ">"), byte != UInt8(ascii: "\"")
        {
            index += 1
        }
        while index > start {
            switch input[index - 1] {
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "."),
                UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"):
                index -= 1
            default: return
            }
        }
    }

    /// Whether the `;` here ends a character reference that is shown as text: `&nbsp;`.
    private var endsEntity: Bool {
        var start = index
        while start > copied, index - start < 10 {
            switch input[start - 1] {
            case UInt8(ascii: "&"): return byte(at: index) == UInt8(ascii: ";")
            case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                start -= 1
            default: return false
            }
        }
        return false
    }

    /// Between two ordinary spaces, `-` or `--` is a dash.
    mutating func hyphen() {
        var end = index
        while byte(at: end) == UInt8(ascii: "-") { end += 1 }
        let isBetweenSpaces = scalar(before: index) == 0x20 && byte(at: end) == 0x20
        let beforeSpaces = scalar(before: spacesStart)
        if isBetweenSpaces, end - index <= 2, beforeSpaces != nil, !beforeSpaces.isSpace {
            replace(index..<end, with: "–")
        }
        index = end
    }

    /// `...`, or the end of an abbreviation.
    mutating func fullStop() {
        var end = index
        while byte(at: end) == UInt8(ascii: ".") { end += 1 }
        let before = scalar(before: index)
        if end - index == 3, before != UInt32(UInt8(ascii: "/")), before != UInt32(UInt8(ascii: ".")) {
            replace(index..<end, with: "…")
        } else if end - index == 1, byte(at: end) == 0x20 {
            abbreviation()
        }
        index = max(end, copied)
    }
}
