import Foundation

/// A page as a browser divides it: markup, and the blocks of linked data, which it neither runs nor shows.
struct DataBlocks {
    /// The page without what its blocks hold; their tags stay.
    var markup = ""
    /// What the blocks hold, up to the first `</script`, where a browser ends them whatever JSON means.
    var blocks: [String] = []

    init(of page: String) {
        let opening = "<script type=\"application/ld+json\">"
        var rest = page[...]
        while let start = rest.range(of: opening) {
            let end = rest.range(of: "</script", options: .caseInsensitive, range: start.upperBound..<rest.endIndex)
            markup += rest[..<start.upperBound]
            blocks.append(String(rest[start.upperBound..<(end?.lowerBound ?? rest.endIndex)]))
            rest = rest[(end?.lowerBound ?? rest.endIndex)...]
        }
        markup += rest
    }

    /// All texts of all blocks, keys too; throws where one is no JSON.
    func texts() throws -> [String] {
        try blocks.flatMap { Self.texts(of: try JSONSerialization.jsonObject(with: Data($0.utf8))) }
    }

    private static func texts(of value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap { texts(of: $0) }
        case let object as [String: Any]: object.flatMap { [$0.key] + texts(of: $0.value) }
        default: []
        }
    }
}
