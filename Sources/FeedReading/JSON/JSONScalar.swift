/// One member of a record that has no type of its own: what a cell is in a table.
enum JSONScalar: Decodable, Sendable, Hashable {
    case text(String)
    /// `null`, a list or an object: nothing that a cell could hold.
    case none

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            self = .text("\(number)")
        } else if let isSo = try? container.decode(Bool.self) {
            self = .text(isSo ? "oui" : "non")
        } else {
            self = .none
        }
    }

    /// Empty for none.
    var cell: String {
        switch self {
        case .text(let text): text
        case .none: ""
        }
    }
}
