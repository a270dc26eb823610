import JSON

/// What a field may hold, as JSON Schema says it.
public indirect enum ValueShape: Sendable, Hashable {
    /// What a text is, beyond being one.
    public enum Format: Sendable, Hashable {
        case plain
        /// `2026-11-24`
        case day
        /// `2026-11`
        case month
        /// `2026-12-10T09:00:00+01:00`
        case instant
        /// A whole address of the web.
        case address
        /// `74010`, `2A004`: never a number.
        case commune
    }

    case text(Format)
    /// From `least` on.
    case integer(least: Int)
    case decimal
    case boolean
    /// One of these words.
    case choice([String])
    case texts(Format)
    /// A record of another kind, by its name.
    case record(String)
    case records(String)
}

/// How schemas name each other.
struct SchemaLinks: Sendable {
    let address: @Sendable (_ name: String) -> String

    /// Files side by side.
    static let files = SchemaLinks { "\($0).json" }
    /// Parts of one OpenAPI document.
    static let components = SchemaLinks { "#/components/schemas/\($0)" }
}

extension ValueShape {
    /// The keywords of JSON Schema (2020-12) that hold a value to this shape.
    func write(isNullable: Bool, _ links: SchemaLinks, into json: inout JSONWriter) {
        switch self {
        case .text(let format):
            Self.type("string", isNullable, into: &json)
            format.write(into: &json)
        case .integer(let least):
            Self.type("integer", isNullable, into: &json)
            json.field("minimum", least)
        case .decimal: Self.type("number", isNullable, into: &json)
        case .boolean: Self.type("boolean", isNullable, into: &json)
        case .choice(let words):
            json.key("enum")
            json.array(words.map(Optional.some) + (isNullable ? [nil] : [])) { json, word in
                if let word { json.string(word) } else { json.null() }
            }
        case .texts(let format): Self.list(into: &json) { ValueShape.text(format).write(isNullable: false, links, into: &$0) }
        case .record(let name): json.field("$ref", links.address(name))
        case .records(let name): Self.list(into: &json) { $0.field("$ref", links.address(name)) }
        }
    }

    private static func type(_ name: String, _ isNullable: Bool, into json: inout JSONWriter) {
        json.key("type")
        if isNullable { json.array([name, "null"]) { $0.string($1) } } else { json.string(name) }
    }

    private static func list(into json: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
        json.field("type", "array")
        json.key("items")
        json.object(item)
    }
}

extension ValueShape.Format {
    fileprivate func write(into json: inout JSONWriter) {
        switch self {
        case .plain: break
        case .day: json.field("format", "date")
        case .month: json.field("pattern", "^[0-9]{4}-[0-9]{2}$")
        case .instant: json.field("format", "date-time")
        case .address: json.field("format", "uri")
        case .commune: json.field("pattern", "^([0-9]{2}|2[AB])[0-9]{3}$")
        }
    }
}
