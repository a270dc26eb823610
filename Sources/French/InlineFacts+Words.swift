public import SiteModel

extension InlineFacts {
    /// The line with the facts in the place of their names; one that is not known stays as it is written.
    public static func resolve(_ line: String, _ facts: [Fact.ID: Fact]) -> String {
        replacing(in: line) { directive in facts[directive.label].map { FrenchText.text(of: $0, as: directive.factForm) } }
    }
}

extension ShortText {
    /// Ready to paste: facts by their values, each space an ordinary one.
    public func words(_ facts: [Fact.ID: Fact]) -> String {
        let text = InlineFacts.resolve(text, facts)
        return String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
}
