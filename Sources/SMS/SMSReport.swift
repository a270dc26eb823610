import French

/// A text for somebody who is to send it: how many messages it is, and which signs changed on the way.
extension SMSText {
    /// `2 SMS (GSM 03.38, 201 sur 306)`
    public var measure: String {
        let most = segments == 1 ? coding.alone : segments * coding.each
        return "\(segments)\u{A0}SMS (\(coding.rawValue), \(length) sur \(most))"
    }

    /// One line for each sign that is not sent as it was given, at its first place.
    public var remarks: [String] {
        var seen: Set<Character> = []
        var lines: [String] = []
        for change in changes where seen.insert(change.sign).inserted {
            let count = changes.count { $0.sign == change.sign }
            let times = count == 1 ? "" : ", \(FrenchText.number(count)) fois"
            switch change.sent {
            case nil:
                lines.append(
                    "signe \(change.place) : \(Self.shown(change.sign)) n’est pas de l’alphabet GSM\(times) : tout le texte part en 16 bits, 70 signes par SMS")
            case "": lines.append("signe \(change.place) : \(Self.shown(change.sign)) est retiré\(times)")
            case let sent?: lines.append("signe \(change.place) : \(Self.shown(change.sign)) part comme \(Self.shown(sent))\(times)")
            }
        }
        for sign in Set(extended).sorted() { lines.append("\(Self.shown(sign)) compte pour deux") }
        return lines
    }

    private static func shown(_ sign: Character) -> String { shown(String(sign)) }

    /// Spaces by their names, as nobody sees them.
    private static func shown(_ text: String) -> String {
        let names = [
            " ": "une espace", "\u{A0}": "l’espace insécable", "\u{202F}": "l’espace fine insécable", "\u{2009}": "l’espace fine", "\t": "la tabulation",
            "\n": "un retour à la ligne", "\u{AD}": "le trait d’union conditionnel", "\u{200B}": "l’espace sans largeur",
        ]
        if let name = names[text] { return name }
        let codes = text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
        return text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint || $0.properties.isWhitespace }
            ? codes.joined() : "« \(text) »"
    }
}
