/// A sign that nobody sees and that changes what is seen: one that turns the order of letters round, up to the end of the
/// paragraph and beyond the text that holds it, or a control character that no web page may hold.
/// Sources: Unicode Bidirectional Algorithm (UAX #9), https://html.spec.whatwg.org/#preprocessing-the-input-stream
public struct HiddenSign: Sendable, Hashable {
    /// Bytes from the start of the text.
    public let offset: Int
    public let scalar: Unicode.Scalar

    /// What nobody needs to see is refused; marks of direction and soft hyphens, which turn nothing round, are not.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
        default: false
        }
    }

    /// The first of a text.
    public init?(in text: some StringProtocol) {
        var offset = 0
        for scalar in text.unicodeScalars {
            if Self.isHidden(scalar) {
                self.offset = offset
                self.scalar = scalar
                return
            }
            offset += UTF8.width(scalar)
        }
        return nil
    }

    /// `U+202E`.
    public var name: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// « un caractère invisible (U+202E), qui change l’ordre des lettres ».
    public var words: String {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: "un caractère invisible (\(name)), qui change l’ordre des lettres"
        default: "un caractère de commande invisible (\(name))"
        }
    }

    public static let advice = "supprimez-le, ou retapez ces mots : il vient souvent d’un texte collé"
}
