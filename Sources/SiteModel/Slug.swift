/// A text as a part of an address: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
    /// `Saint-Gervais-les-Bains` → `saint-gervais-les-bains`; `L'Œuvre d'été` → `l-oeuvre-d-ete`.
    public static func make(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        append(text, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// The same, at the end of other bytes.
    public static func append(_ text: String, to result: inout [UInt8]) {
        var pendingHyphen = false
        let start = result.count
        func append(_ letter: UInt8) {
            if pendingHyphen, result.count > start { result.append(0x2D) }
            pendingHyphen = false
            result.append(letter)
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: continue  // combining marks of decomposed letters
            case 0x61...0x7A, 0x30...0x39: append(UInt8(scalar.value))
            case 0x41...0x5A: append(UInt8(scalar.value) + 0x20)
            case ..<0x80: pendingHyphen = true
            default:
                guard let (first, second) = letters(of: scalar) else {
                    pendingHyphen = true
                    continue
                }
                append(first)
                if let second { result.append(second) }
            }
        }
    }

    /// The ASCII letters for one with an accent, or for a ligature; `nil` for what is no letter of French.
    private static func letters(of scalar: Unicode.Scalar) -> (UInt8, UInt8?)? {
        switch scalar {
        case "à", "â", "ä", "á", "ã", "À", "Â", "Ä", "Á", "Ã": (UInt8(ascii: "a"), nil)
        case "ç", "Ç": (UInt8(ascii: "c"), nil)
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": (UInt8(ascii: "e"), nil)
        case "î", "ï", "í", "ì", "Î", "Ï", "Í", "Ì": (UInt8(ascii: "i"), nil)
        case "ô", "ö", "ó", "ò", "õ", "Ô", "Ö", "Ó", "Ò", "Õ": (UInt8(ascii: "o"), nil)
        case "ù", "û", "ü", "ú", "Ù", "Û", "Ü", "Ú": (UInt8(ascii: "u"), nil)
        case "ÿ", "ý", "Ÿ", "Ý": (UInt8(ascii: "y"), nil)
        case "ñ", "Ñ": (UInt8(ascii: "n"), nil)
        case "œ", "Œ": (UInt8(ascii: "o"), UInt8(ascii: "e"))
        case "æ", "Æ": (UInt8(ascii: "a"), UInt8(ascii: "e"))
        default: nil
        }
    }
}
