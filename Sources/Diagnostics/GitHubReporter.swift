/// Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a change.
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
public struct GitHubReporter: Sendable {
    private let source: @Sendable (String) -> [UInt8]?

    /// - Parameter source: the bytes of a file that locations name; `nil` when it cannot be read.
    public init(source: @escaping @Sendable (String) -> [UInt8]?) { self.source = source }

    public func report(_ diagnostics: [Diagnostic]) -> String {
        var cache = SourceCache(source)
        return diagnostics.sortedForReport().map { command($0, &cache) + "\n" }.joined()
    }

    private func command(_ diagnostic: Diagnostic, _ cache: inout SourceCache) -> String {
        let name =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let location = diagnostic.location {
            properties.append("file=\(Self.escaped(location.file, isProperty: true))")
            if let position = cache.position(of: location) {
                properties += ["line=\(position.line)", "col=\(position.column)"]
            } else if let line = location.line {
                properties.append("line=\(line)")
            }
        }
        properties.append("title=\(diagnostic.id.rawValue)")
        // A command has one place: the others are told in words.
        let notes = diagnostic.notes.map { "\nnote: \(Self.place(of: $0, &cache))\($0.message)" }.joined()
        let message = diagnostic.message + (diagnostic.advice.map { "\n\($0)" } ?? "") + notes
        return "::\(name) \(properties.joined(separator: ","))::\(Self.escaped(message, isProperty: false))"
    }

    /// « content/facts.yml:2:9: », with a space behind it.
    static func place(of note: Diagnostic.Note, _ cache: inout SourceCache) -> String {
        guard let location = note.location else { return "" }
        if let position = cache.position(of: location) { return "\(location.file):\(position.line):\(position.column): " }
        return location.file + (location.line.map { ":\($0)" } ?? "") + ": "
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
