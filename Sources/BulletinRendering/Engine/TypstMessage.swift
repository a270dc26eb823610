/// Typst speaks English; what it says of templates is said here in French, with its advice.
enum TypstMessage {
    /// The message in French; as Typst has it where it is not known.
    static func french(_ message: String) -> String {
        for (sign, french) in standards where message.hasPrefix(sign) {
            return french + Self.french(String(message.dropFirst(sign.count)))
        }
        return TypstPhrase.messages.lazy.compactMap { $0.french(message) }.first ?? message
    }

    /// Typst's advice in French; `nil` where it has none that is known.
    static func advice(_ hints: [String]) -> String? {
        let known = hints.compactMap { hint in TypstPhrase.hints.lazy.compactMap { $0.french(hint) }.first }
        return known.isEmpty ? nil : known.joined(separator: " ; ")
    }

    /// The standard that what is wrong offends.
    private static let standards = [
        ("PDF/A-2a, PDF/UA-1 error: ", "archivage et accessibilité (PDF/A-2a, PDF/UA-1) : "),
        ("PDF/UA-1 error: ", "accessibilité (PDF/UA-1) : "), ("PDF/A-2a error: ", "archivage (PDF/A-2a) : "),
    ]
}

/// One of Typst's phrases, `*` for what varies in it, and its French, `{1}` and `{2}` for the same.
struct TypstPhrase: Sendable {
    private let pieces: [Substring]
    private let translation: String

    init(_ english: StaticString, _ french: String) {
        pieces = String(describing: english).split(separator: "*", omittingEmptySubsequences: false)
        translation = french
    }

    func french(_ message: String) -> String? {
        guard let first = pieces.first, message.hasPrefix(first) else { return nil }
        var rest = message.dropFirst(first.count)
        var parts: [String] = []
        for (place, piece) in pieces.enumerated().dropFirst() {
            let isLast = place == pieces.count - 1
            if isLast, piece.isEmpty {
                parts.append(String(rest))
                rest = ""
            } else {
                guard let range = isLast ? rest.range(ofSuffix: piece) : rest.firstRange(of: piece) else { return nil }
                parts.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
        }
        guard rest.isEmpty else { return nil }
        var text = translation
        for (place, part) in parts.enumerated() { text = text.replacing("{\(place + 1)}", with: Self.words(part)) }
        return text
    }

    /// Names of types in French; a path without the folder in which the workers work.
    private static func words(_ part: String) -> String {
        if let folder = part.ranges(of: "/templates/").last { return String(part[folder.upperBound...]) }
        if let kind = kinds[part] { return kind }
        let words = part.replacing(", ", with: " or ").split(separator: " or ").map { kinds[String($0)] ?? String($0) }
        return words.count > 1 ? words.joined(separator: " ou ") : part
    }

    private static let kinds = [
        "integer": "un entier", "float": "un nombre", "string": "un texte", "content": "un contenu", "length": "une longueur",
        "relative length": "une longueur relative", "ratio": "un pourcentage", "fraction": "une fraction", "boolean": "un booléen",
        "none": "« none »", "auto": "« auto »", "array": "une liste", "dictionary": "un dictionnaire", "function": "une fonction",
        "color": "une couleur", "alignment": "un alignement", "module": "un module", "arguments": "des arguments",
        "expression": "une expression", "identifier": "un nom", "pattern": "un nom", "semicolon": "un point-virgule",
        "line break": "un retour à la ligne", "comma": "une virgule", "block": "un bloc", "string literal": "un texte", "colon": "un deux-points",
        "angle": "un angle", "label": "une étiquette", "bytes": "des octets", "type": "un type", "stroke": "un trait",
        "closing bracket": "« ] »", "closing brace": "« } »", "closing paren": "« ) »", "keyword `in`": "« in »",
        "equals sign": "un signe égal", "end of block": "la fin du bloc",
    ]
}

extension Substring {
    fileprivate func range(ofSuffix text: Substring) -> Range<Index>? {
        hasSuffix(text) ? index(endIndex, offsetBy: -text.count)..<endIndex : nil
    }
}
