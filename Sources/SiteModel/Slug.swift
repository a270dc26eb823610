/// A text as a part of an address: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
    /// `Saint-Gervais-les-Bains` → `saint-gervais-les-bains`; `L'Œuvre d'été` → `l-oeuvre-d-ete`.
    public static func make(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var pendingHyphen = false
        func append(_ letters: some Sequence<UInt8>) {
            if pendingHyphen && !result.isEmpty { result.append(0x2D) }
            pendingHyphen = false
            result.append(contentsOf: letters)
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": append(CollectionOfOne(UInt8(scalar.value)))
            case "A"..."Z": append(CollectionOfOne(UInt8(scalar.value) + 0x20))
            case "à", "â", "ä", "á", "ã", "À", "Â", "Ä", "Á", "Ã": append("a".utf8)
            case "ç", "Ç": append("c".utf8)
            case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": append("e".utf8)
            case "î", "ï", "í", "ì", "Î", "Ï", "Í", "Ì": append("i".utf8)
            case "ô", "ö", "ó", "ò", "õ", "Ô", "Ö", "Ó", "Ò", "Õ": append("o".utf8)
            case "ù", "û", "ü", "ú", "Ù", "Û", "Ü", "Ú": append("u".utf8)
            case "ÿ", "ý", "Ÿ", "Ý": append("y".utf8)
            case "ñ", "Ñ": append("n".utf8)
            case "œ", "Œ": append("oe".utf8)
            case "æ", "Æ": append("ae".utf8)
            case "\u{300}"..."\u{36F}": continue  // combining marks of decomposed letters
            default: pendingHyphen = true
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
