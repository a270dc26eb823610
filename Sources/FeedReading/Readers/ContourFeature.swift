/// One feature of a GeoJSON file, its keys in whatever order.
struct ContourFeature {
    /// A text of the file and where it stands.
    struct Label {
        let text: String
        let range: Range<Int>
    }

    private(set) var code: Label?
    private(set) var name: Label?
    private(set) var shape = ContourShape()
    /// The first byte.
    let range: Range<Int>

    private static let codeKeys = ["code", "insee", "code_insee", "insee_com", "codgeo", "com"]
    private static let nameKeys = ["nom", "name", "nom_com", "libelle", "libgeo"]

    init(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) {
        _ = cursor.peek()
        range = cursor.position..<cursor.position + 1
        try cursor.object { key, cursor throws(JSONCursor.Fault) in
            switch key {
            case "properties" where cursor.peek() == UInt8(ascii: "{"): try properties(&cursor)
            case "geometry" where cursor.peek() == UInt8(ascii: "{"): shape = try ContourShape(&cursor)
            default: try cursor.skip()
            }
        }
    }

    private mutating func properties(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) {
        try cursor.object { key, cursor throws(JSONCursor.Fault) in
            let key = key.lowercased()
            let isCode = Self.codeKeys.contains(key) && code == nil
            guard isCode || (Self.nameKeys.contains(key) && name == nil) else { return try cursor.skip() }
            _ = cursor.peek()
            let start = cursor.position
            let isText = cursor.peek() == UInt8(ascii: "\"")
            let text = isCode && !isText ? try Self.unquoted(&cursor) : try cursor.stringOrNothing() ?? ""
            guard !text.isEmpty else { return }
            let label = Label(text: text, range: isText ? start + 1..<cursor.position - 1 : start..<cursor.position)
            if isCode { code = label } else { name = label }
        }
    }

    /// A code that was taken for a number is told with the others that are none.
    private static func unquoted(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) -> String {
        let start = cursor.position
        try cursor.skip()
        let text = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
        return text == "null" ? "" : text
    }
}
