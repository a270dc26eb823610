import FoundationEssentials

/// A list inside a JSON record: a real one in the files that DILA publishes whole, JSON inside a string in its API and
/// its CSV. An empty string, a missing member and `null` are an empty list; one lone value is a list of one.
struct NestedList<Element: Decodable & Sendable>: Decodable, Sendable {
    let elements: [Element]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            elements = []
        } else if let text = try? container.decode(String.self) {
            do {
                elements = try Self.elements(in: text)
            } catch {
                // The inner text's own path would not say which member it stands in.
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "", underlyingError: error))
            }
        } else if let list = try? container.decode([Element].self) {
            elements = list
        } else {
            elements = [try container.decode(Element.self)]
        }
    }

    /// - Parameter cell: of a CSV file.
    init(cell: String) throws { elements = try Self.elements(in: cell) }

    private static func elements(in text: String) throws -> [Element] {
        if text.allSatisfy(\.isWhitespace) { return [] }
        // The API gives some lists of plain texts as they are.
        if let plain = text as? Element, text.first != "[" { return [plain] }
        let decoder = JSONDecoder()
        let data = Data(text.utf8)
        return text.first == "[" ? try decoder.decode([Element].self, from: data) : [try decoder.decode(Element.self, from: data)]
    }
}

extension KeyedDecodingContainer {
    func list<Element: Decodable & Sendable>(_ key: Key) throws -> [Element] {
        try decodeIfPresent(NestedList<Element>.self, forKey: key)?.elements ?? []
    }

    /// Empty where the member is missing or `null`.
    func text(_ key: Key) throws -> String { try decodeIfPresent(String.self, forKey: key) ?? "" }
}
