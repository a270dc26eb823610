import Diagnostics

/// A YAML value with its place in the file. Scalars stay text: the *schema* decides their type, so that
/// `01004` stays a code and `non` stays a word.
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        /// `isPlain` is false for a quoted or block scalar.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public struct Entry: Sendable {
        public let key: String
        public let keyLocation: SourceLocation
        public let value: YAMLNode

        public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    public let content: Content
    public let location: SourceLocation

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The text of a scalar; `nil` for a sequence or a mapping.
    public var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Nothing was written: `key:` and no value.
    public var isEmpty: Bool {
        if case .scalar("", isPlain: true) = content { true } else { false }
    }

    /// What it is, for messages: « un texte », « une liste », « un groupe de clés ».
    var kind: String {
        switch content {
        case .scalar: "un texte"
        case .sequence: "une liste"
        case .mapping: "un groupe de clés"
        }
    }
}
