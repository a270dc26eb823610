public import SiteModel

/// `:fact[id]{form}` in a text of one line: news of a bulletin, texts to paste.
public enum InlineFacts {
    private struct Citation {
        let range: Range<String.Index>
        let id: Fact.ID
        let form: FactForm?
    }

    /// The text with the facts in the place of their names; one that is not known stays as it is written.
    public static func resolve(_ text: String, _ facts: [Fact.ID: Fact]) -> String {
        replacing(in: text) { id, form in facts[id].map { FrenchText.text(of: $0, as: form) } }
    }

    /// Each once, in order.
    public static func identifiers(in text: String) -> [Fact.ID] {
        citations(in: text).reduce(into: []) { found, citation in
            if !found.contains(citation.id) { found.append(citation.id) }
        }
    }

    /// The text with one sign in the place of each fact.
    public static func replaced(in text: String, by sign: String) -> String {
        text.utf8.contains(UInt8(ascii: "[")) ? replacing(in: text) { _, _ in sign } : text
    }

    private static func replacing(in text: String, _ words: (Fact.ID, FactForm?) -> String?) -> String {
        var result = ""
        var rest = text.startIndex
        for citation in citations(in: text) {
            guard let words = words(citation.id, citation.form) else { continue }
            result += text[rest..<citation.range.lowerBound] + words
            rest = citation.range.upperBound
        }
        return result + text[rest...]
    }

    private static func citations(in text: String) -> [Citation] {
        var found: [Citation] = []
        var search = text.startIndex
        while let opening = text[search...].firstRange(of: ":fact["), let closing = text[opening.upperBound...].firstIndex(of: "]") {
            var end = text.index(after: closing)
            var form: FactForm?
            if end < text.endIndex, text[end] == "{", let brace = text[end...].firstIndex(of: "}") {
                form = FactForm(rawValue: String(text[text.index(after: end)..<brace]))
                end = text.index(after: brace)
            }
            found.append(Citation(range: opening.lowerBound..<end, id: String(text[opening.upperBound..<closing]), form: form))
            search = end
        }
        return found
    }
}

extension ShortText {
    /// Ready to paste: facts by their values, each space an ordinary one.
    public func words(_ facts: [Fact.ID: Fact]) -> String {
        let text = InlineFacts.resolve(text, facts)
        return String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
}
