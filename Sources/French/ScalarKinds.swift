/// What the rules ask of a neighbour. `nil`, an end of the text, is none of these.
extension UInt32? {
    static let noBreakSpace: UInt32 = 0xA0
    static let narrowNoBreakSpace: UInt32 = 0x202F

    var isDigit: Bool { self.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    /// Of the Latin, Greek or Cyrillic script, with its combining accents.
    var isLetter: Bool {
        switch self ?? 0 {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x52F, 0x1E00...0x1FFF: true
        default: false
        }
    }

    var isCapital: Bool {
        switch self ?? 0 {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x152: true
        default: false
        }
    }

    var isNoBreakSpace: Bool { self == Self.noBreakSpace || self == Self.narrowNoBreakSpace }

    var isSpace: Bool {
        switch self ?? 0 {
        case 0x09...0x0D, 0x20: true
        default: isNoBreakSpace
        }
    }

    var isLineEnd: Bool { self == 0x0A || self == 0x0D || self == 0x09 }

    private func isOne(of signs: StaticString) -> Bool {
        guard let self, self < 0x80 else { return false }
        return UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(UInt8(self))
    }

    /// `(`, `[`, « and their like: what follows starts afresh.
    var isOpening: Bool { isOne(of: "([{<") || self == 0xAB || self == 0x201C }

    /// What may stand before `;`, `!`, `?` and asks for a space.
    var closesWord: Bool {
        switch self ?? 0 {
        case 0xBB, 0x201D, 0x2026, 0xB0, 0x20AC: true
        default: isLetter || isDigit || isOne(of: ").]}%")
        }
    }

    /// What may stand after `;`, `!`, `?` at the end of a clause; an end of the text may too.
    var followsClause: Bool {
        guard let self else { return true }
        return isSpace || isOne(of: ")]},.;!?\"'") || self >= 0x80 && !isLetter
    }

    /// What may stand after a closing quote; an end of the text may too.
    var followsQuote: Bool {
        guard let self else { return true }
        return isSpace || isOne(of: ")]},.;:!?") || self == 0xBB || self == 0x2026
    }

    /// What may stand before an opening quote; the start of a paragraph may too.
    var precedesQuote: Bool {
        guard let self else { return true }
        switch self {
        case 0x2019, 0x2013, 0x2014: return true
        default: return isSpace || isOpening || isOne(of: "'-/")
        }
    }

    /// What may stand before a digit without making it a part of a code, a date or an address.
    var precedesNumber: Bool { !isLetter && !isOne(of: ".,-/_:=&#@") && !isDigit }
}
