/// The characters that the fonts of the templates can draw, as their `cmap` tables say.
/// Source: https://learn.microsoft.com/typography/opentype/spec/cmap
public struct FontCoverage: Sendable {
    /// One bit for each code point.
    private var bits = [UInt64](repeating: 0, count: 0x110000 / 64)
    private var isKnown = false

    init(_ fonts: [[UInt8]]) {
        for font in fonts { add(FontBytes(font)) }
        for range in Self.unseen { add(range) }
    }

    /// True for everything where no font could be read: whoever sets the text will say so.
    public func contains(_ scalar: UInt32) -> Bool {
        !isKnown || (scalar < 0x110000 && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1)
    }

    /// Spaces, joiners, controls and what is set otherwise where a font lacks it: nothing of it is ever seen missing.
    private static let unseen: [ClosedRange<UInt32>] = [
        0x00...0x20, 0x7F...0xA0, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x2000...0x200F, 0x2011...0x2011,
        0x2028...0x202F, 0x205F...0x206F, 0x3000...0x3000, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xE0000...0xE0FFF,
    ]

    private mutating func add(_ range: ClosedRange<UInt32>) {
        for scalar in range where scalar < 0x110000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    }

    private mutating func add(_ font: FontBytes) {
        // A collection begins with a list of its fonts.
        let start = font.long(0) == 0x7474_6366 ? font.long(12) : 0
        for table in 0..<font.word(start + 4) where font.long(start + 12 + 16 * table) == 0x636D_6170 {
            let cmap = font.long(start + 12 + 16 * table + 8)
            for entry in 0..<font.word(cmap + 2) {
                let record = cmap + 4 + 8 * entry
                let (platform, encoding) = (font.word(record), font.word(record + 2))
                guard platform == 0 || (platform == 3 && [1, 10].contains(encoding)) else { continue }
                let subtable = cmap + font.long(record + 4)
                switch font.word(subtable) {
                case 4: addSegments(font, subtable)
                case 12: addGroups(font, subtable)
                default: continue
                }
                isKnown = true
            }
        }
    }

    private mutating func addSegments(_ font: FontBytes, _ table: Int) {
        let size = font.word(table + 6)
        for offset in stride(from: 0, to: size, by: 2) {
            let last = font.word(table + 14 + offset)
            let first = font.word(table + 16 + size + offset)
            let delta = font.word(table + 16 + 2 * size + offset)
            let place = table + 16 + 3 * size + offset
            let indirect = font.word(place)
            guard first <= last, last < 0xFFFF || first < 0xFFFF else { continue }
            for scalar in first...min(last, 0xFFFE) {
                var glyph = scalar
                if indirect != 0 {
                    glyph = font.word(place + indirect + 2 * (scalar - first))
                    if glyph == 0 { continue }
                }
                if (glyph + delta) & 0xFFFF != 0 { add(UInt32(scalar)...UInt32(scalar)) }
            }
        }
    }

    private mutating func addGroups(_ font: FontBytes, _ table: Int) {
        for group in 0..<min(font.long(table + 12), 0x110000) {
            let record = table + 16 + 12 * group
            let (first, last) = (font.long(record), font.long(record + 4))
            guard first <= last, last < 0x110000 else { return }
            add(UInt32(first)...UInt32(last))
        }
    }
}

/// Big-endian numbers of a font file; 0 beyond its end.
private struct FontBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func word(_ place: Int) -> Int {
        guard place >= 0, place + 1 < bytes.count else { return 0 }
        return Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }

    func long(_ place: Int) -> Int { word(place) << 16 | word(place + 2) }
}
