/// A commune's code in the *Code officiel géographique* of INSEE: five characters, never a number
/// (`01004`, `2A004`, `97608`). Source: https://www.insee.fr/fr/information/2560452
public struct INSEECode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// `nil` unless `text` is two digits (or `2A`, `2B`) followed by three digits.
    public init?(_ text: String) {
        var position = 0
        for byte in text.utf8 {
            let isDigit = byte >= 0x30 && byte <= 0x39
            let isCorsica = position == 1 && (byte == 0x41 || byte == 0x42) && text.utf8.first == 0x32
            guard isDigit || isCorsica else { return nil }
            position += 1
        }
        guard position == 5 else { return nil }
        self.text = text
    }

    /// The département's code: two characters, or three overseas (codes that start with 97 or 98).
    public var departement: String {
        let isOverseas = text.hasPrefix("97") || text.hasPrefix("98")
        return String(text.prefix(isOverseas ? 3 : 2))
    }

    public var description: String { text }

    public static func < (left: INSEECode, right: INSEECode) -> Bool { left.text < right.text }
}
