import JSON

/// Diagnostics as a Code Quality report of GitLab CI.
/// Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
public struct GitLabReporter: Sendable {
    private let source: @Sendable (String) -> [UInt8]?

    /// - Parameter source: the bytes of a file that locations name; `nil` when it cannot be read.
    public init(source: @escaping @Sendable (String) -> [UInt8]?) { self.source = source }

    public func report(_ diagnostics: [Diagnostic]) -> String {
        var cache = SourceCache(source)
        var seen: [String: Int] = [:]
        let objects = diagnostics.sortedForReport().map { object($0, &cache, &seen) }
        return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
    }

    private func object(
        _ diagnostic: Diagnostic, _ cache: inout SourceCache, _ seen: inout [String: Int],
    ) -> String {
        let severity =
            switch diagnostic.severity {
            case .error: "major"
            case .warning: "minor"
            case .note: "info"
            }
        let file = diagnostic.location?.file ?? "."
        let line = diagnostic.location.flatMap { cache.position(of: $0)?.line ?? $0.line } ?? 1
        let notes = diagnostic.notes.map { " ; note : \(GitHubReporter.place(of: $0, &cache))\($0.message)" }.joined()
        let description = diagnostic.message + (diagnostic.advice.map { " (\($0))" } ?? "") + notes
        // The same fault keeps its fingerprint when lines move; of several alike in a file, each has its own.
        let said = "\(file)\n\(diagnostic.id.rawValue)\n\(diagnostic.message)"
        let rank = seen[said, default: 0]
        seen[said] = rank + 1
        let fingerprint = Self.fingerprint(rank == 0 ? said : "\(said)\n\(rank)")
        return "{\"description\":\(JSONString.quoted(description)),\"check_name\":\"\(diagnostic.id.rawValue)\","
            + "\"fingerprint\":\"\(fingerprint)\",\"severity\":\"\(severity)\","
            + "\"location\":{\"path\":\(JSONString.quoted(file)),\"lines\":{\"begin\":\(line)}}}"
    }

    /// FNV-1a, 64 bits, in hexadecimal.
    private static func fingerprint(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
