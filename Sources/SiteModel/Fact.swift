/// An entry of the fact registry: a telephone number, an amount, a delay, an article of law, an official address.
public struct Fact: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case telephone, amount, delay, law, address, other
    }

    public let id: String
    public let kind: Kind
    /// What is printed where a guide cites it: `3919`, `15 000 €`, `article L. 541-3 du code de l'environnement`.
    public let value: String
    /// What it is: `Violences Femmes Info`.
    public let label: String
    /// The law or decree it rests on.
    public let reference: String?
    /// Name of the page it was checked against.
    public let source: String
    /// Address of that page.
    public let sourceURL: String?
    /// Day a person last checked it against the source.
    public let checked: CalendarDate
    /// What it is, in words that nobody who finds a card can hold against its bearer: `Écoute, anonyme et gratuite`.
    public var discreet: String?

    public init(
        id: String, kind: Kind, value: String, label: String, reference: String?, source: String,
        sourceURL: String?, checked: CalendarDate,
    ) {
        self.id = id
        self.kind = kind
        self.value = value
        self.label = label
        self.reference = reference
        self.source = source
        self.sourceURL = sourceURL
        self.checked = checked
    }
}
