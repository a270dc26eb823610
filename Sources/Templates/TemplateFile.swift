import Diagnostics

/// One Mustache file, as read from disk.
public struct TemplateFile: Sendable {
    /// As messages show it: `site-templates/web/partials/head.mustache`.
    public let path: String
    /// As other templates call it: `partials/head`.
    public let name: String
    /// In UTF-8.
    public let bytes: [UInt8]

    public init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }

    /// With its final `/`; empty where the path does not end with the name.
    var folder: String {
        let end = name + ".mustache"
        return path.hasSuffix(end) ? String(path.dropLast(end.utf8.count)) : ""
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func location(_ range: Range<Int>) -> SourceLocation {
        SourceLocation(file: path, offset: range.lowerBound, length: range.count)
    }
}
