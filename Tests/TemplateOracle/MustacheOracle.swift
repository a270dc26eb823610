import Foundation
import Mustache
import Templates

/// The same templates and values through swift-mustache, to judge `Templates` by a library that we did not write.
///
/// It is as silent as the specification: a missing name renders as nothing. Escaping is made alike.
public struct MustacheOracle {
    private let library: MustacheLibrary

    /// Throws the oracle's own error when it cannot parse a file.
    public init(_ files: [TemplateFile]) throws {
        MustacheContentTypes.register(FourEntities(), named: "FOUR_ENTITIES")
        var library = MustacheLibrary()
        for file in files {
            // Each partial starts with the default escaping again, so each file names it.
            var text = "{{% CONTENT_TYPE: FOUR_ENTITIES}}\n" + String(decoding: file.bytes, as: UTF8.self)
            for name in files.map(\.name) where name.contains("/") {
                for opening in ["{{<", "{{/", "{{>", "{{< ", "{{/ ", "{{> "] {
                    text.replace(opening + name, with: opening + Self.withoutSlash(name))
                }
            }
            try library.register(text, named: Self.withoutSlash(file.name))
        }
        self.library = library
    }

    /// `nil` when there is no such template.
    public func render(_ template: String, _ context: Object, outer: [Object] = []) -> String? {
        var shared = Object()
        for object in outer.reversed() { shared.merge(object) }
        shared.merge(context)
        return library.render(Self.converted(shared), withTemplate: Self.withoutSlash(template))
    }

    /// The oracle does not understand a closing tag with a slash in its name.
    private static func withoutSlash(_ name: String) -> String {
        name.replacing("/", with: "--")
    }

    /// A text without the blanks before its lines and without its empty lines, for templates whose blocks or
    /// partials are indented: there the oracle does not pass the specification's own cases ("Intrinsic
    /// indentation", "Nested block reindentation"). HTML does not care, outside of `pre`.
    public static func withoutIndentation(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static func converted(_ value: Value) -> Any {
        switch value {
        case .absent: NSNull()
        case .bool(let isTrue): isTrue
        case .text(let text): text.isEmpty ? EmptyText() : text
        case .html(let bytes): bytes.isEmpty ? EmptyText() : String(decoding: bytes, as: UTF8.self)
        case .list(let elements): elements.map(converted)
        case .object(let object): converted(object)
        }
    }

    private static func converted(_ object: Object) -> [String: Any] {
        Dictionary(object.pairs.map { ($0.0.text, converted($0.1)) }, uniquingKeysWith: { _, last in last })
    }
}

/// False in a section, which an empty `String` is not to the oracle.
private struct EmptyText: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// What `Templates` escapes: not the apostrophe.
private struct FourEntities: MustacheContentType {
    func escapeText(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
