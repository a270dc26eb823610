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

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func location(_ range: Range<Int>) -> SourceLocation {
        SourceLocation(file: path, offset: range.lowerBound, length: range.count)
    }

    var encodingFault: Diagnostic? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var parser = UTF8.ForwardParser()
        var input = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &input) { offset += scalar.count }
        return .error(
            .fileNotUTF8, at: location(offset..<offset + 1), "ces octets ne sont pas de l’UTF-8",
            advice: "enregistrez le fichier en UTF-8")
    }
}
