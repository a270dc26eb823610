/// What a name stands for in a template.
public enum Value: Hashable, Sendable {
    /// Known, but there is none: false in a section, nothing in a text.
    case absent
    case bool(Bool)
    /// Text, escaped where it is written: `{{name}}`. An empty one is false in a section.
    case text(String)
    /// HTML that is safe as it stands, in UTF-8: `{{{name}}}`. Empty, it is false in a section.
    case html([UInt8])
    /// A section is repeated for each element; an empty list is false.
    case list([Value])
    /// A section has the object's names in scope.
    case object(Object)

    /// A text, or `.absent` when there is none.
    public static func text(_ text: String?) -> Value {
        guard let text else { return .absent }
        return .text(text)
    }

    /// What a section asks.
    var isTrue: Bool {
        switch self {
        case .absent: false
        case .bool(let isTrue): isTrue
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let elements): !elements.isEmpty
        case .object: true
        }
    }

    /// What an object has under a name. Asked of the value where it lies: taking the object out of it first would count
    /// a reference at each look.
    func member(_ name: Name) -> Value? {
        switch self {
        case .object(let object): object[name]
        case .absent, .bool, .text, .html, .list: nil
        }
    }

    /// For messages.
    var kind: String {
        switch self {
        case .absent: "une valeur absente"
        case .bool: "un booléen"
        case .text: "un texte"
        case .html: "du HTML"
        case .list: "une liste"
        case .object: "un groupe de noms"
        }
    }
}

extension Value: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}

extension Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral isTrue: Bool) { self = .bool(isTrue) }
}

extension Value: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral pairs: (Name, Value)...) { self = .object(Object(pairs)) }
}
