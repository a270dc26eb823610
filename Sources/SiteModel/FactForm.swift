/// How a text wants a fact: the word in braces of `:fact[3919]{long}`.
public enum FactForm: String, Sendable, Hashable, CaseIterable {
    /// The value alone, no link: for a table or a title.
    case short
    /// The value and what it is: `3919 (Violences Femmes Info)`.
    case long
    /// `Appeler le 3919`: for a telephone number only.
    case call
    /// The value and the law it rests on: `15 000 € (article 433-5 du code pénal)`.
    case reference
    /// What it is, alone.
    case label

    /// Beside a form: while the fact is not certain, the line that cites it may be left out of prints.
    public static let optional = "optional"
}

extension Document.Directive {
    /// `nil` for the value as it usually stands. Of several forms the first counts; `FactCitationCheck` tells of others.
    public var factForm: FactForm? {
        if self["show"] == "label" { return .label }
        return attributes.lazy.compactMap { $0.value.isEmpty ? FactForm(rawValue: $0.key) : nil }.first
    }

    /// Whether its line may be left out of prints while the fact is not certain.
    public var isOptionalFact: Bool { name == "fact" && self[FactForm.optional] != nil }
}

extension FactRegistry {
    /// All entries of an identifier, in the order of their files.
    public subscript(id: Fact.ID) -> [Fact] { entries[id] ?? [] }
}
