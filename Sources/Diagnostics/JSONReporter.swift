import JSON

/// Diagnostics as one JSON document: an array, sorted as `TextReporter` sorts, one object a line.
///
/// Each object has `severity` (`error`, `warning`, `note`), `id`, `file`, `line`, `column` (both from 1, the column
/// in Unicode scalars), `offset` and `length` (bytes), `message`, `advice` and `notes` (`message`, `file`, `line`,
/// `column`). What is unknown is `null`.
public struct JSONReporter: Sendable {
    private let source: @Sendable (String) -> [UInt8]?

    /// - Parameter source: the bytes of a file that locations name; `nil` when it cannot be read.
    public init(source: @escaping @Sendable (String) -> [UInt8]?) { self.source = source }

    public func report(_ diagnostics: [Diagnostic]) -> String {
        var cache = SourceCache(source)
        let objects = diagnostics.sortedForReport().map { object($0, &cache) }
        return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
    }

    private func object(_ diagnostic: Diagnostic, _ cache: inout SourceCache) -> String {
        let location = diagnostic.location
        let notes = diagnostic.notes.map { note in
            "{\"message\":\(JSONString.quoted(note.message)),\(place(note.location, &cache))}"
        }
        return "{\"severity\":\"\(diagnostic.severity.rawValue)\",\"id\":\"\(diagnostic.id.rawValue)\","
            + place(location, &cache)
            + ",\"offset\":\(Self.number(location?.offset)),"
            + "\"length\":\(Self.number(location?.offset == nil ? nil : location?.length)),"
            + "\"message\":\(JSONString.quoted(diagnostic.message)),\"advice\":\(JSONString.quoted(diagnostic.advice)),"
            + "\"notes\":[\(notes.joined(separator: ","))]}"
    }

    private func place(_ location: SourceLocation?, _ cache: inout SourceCache) -> String {
        let position = location.flatMap { cache.position(of: $0) }
        return "\"file\":\(JSONString.quoted(location?.file)),\"line\":\(Self.number(position?.line ?? location?.line)),"
            + "\"column\":\(Self.number(position?.column))"
    }

    private static func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "null" }
}
