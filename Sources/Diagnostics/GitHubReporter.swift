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
        let message = diagnostic.message + (diagnostic.advice.map { "\n\($0)" } ?? "")
        return "::\(name) \(properties.joined(separator: ","))::\(Self.escaped(message, isProperty: false))"
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
