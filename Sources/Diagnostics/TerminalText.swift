/// Text as a terminal shows it: how wide it is, and what must not reach it.
enum TerminalText {
    /// Tabs become spaces up to the next multiple of 4, counted from `column`; control and direction signs, which
    /// could act on the terminal, become a visible sign.
    static func visible(_ text: String, from column: Int = 0) -> String {
        var result = ""
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            switch scalar.value {
            case 0x09: result += String(repeating: " ", count: 4 - (column + columns(result)) % 4)
            case 0x0A, 0x0D: result += " "
            case 0x00..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
            default: result.append(character)
            }
        }
        return result
    }

    /// The longest beginning that is not wider than `columns`.
    static func prefix(of text: some StringProtocol, columns: Int) -> String {
        var room = columns
        return String(
            text.prefix { character in
                room -= Self.columns(character)
                return room >= 0
            })
    }

    /// How many columns of a terminal a text takes, after Unicode's East Asian Width (UAX #11) and the emoji rules
    /// (UTS #51); an ambiguous width counts as one.
    static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    static func columns(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // The emoji form of a sign that is also a text sign.
            if scalar == "\u{FE0F}" { return 2 }
            width = max(width, columns(scalar))
        }
        return width
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if scalar.properties.isEmojiPresentation || isWide(scalar.value) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return (0x1160...0x11FF).contains(scalar.value) ? 0 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
