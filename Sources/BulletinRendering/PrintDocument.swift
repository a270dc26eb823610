/// What can be printed. Each has one template, which its raw value names: `bulletin.typ`.
public enum PrintDocument: String, Sendable, Hashable, CaseIterable {
    case bulletin

    public var template: String { "\(rawValue).typ" }

    /// As messages name it.
    var words: String {
        switch self {
        case .bulletin: "le bulletin"
        }
    }
}
