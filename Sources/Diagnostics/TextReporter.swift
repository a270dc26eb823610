/// Diagnostics as a person reads them in a terminal, in French:
///
///     content/guides/elus/menaces.md:4:10: erreur: la date « 2026-02-30 » n’existe pas [date-invalid]
///        4 | updated: 2026-02-30
///          |          ^^^^^^^^^^
///          = écrivez une date AAAA-MM-JJ qui existe
///     1 erreur
public struct TextReporter: Sendable {
    private let color: Bool
    private let source: @Sendable (String) -> [UInt8]?

    /// Columns of source that are shown; a longer line is cut around the caret.
    private static let columns = 100

    /// - Parameters:
    ///   - color: whether to write ANSI colours.
    ///   - source: the bytes of a file that locations name; `nil` when it cannot be read.
    public init(color: Bool = false, source: @escaping @Sendable (String) -> [UInt8]?) {
        self.color = color
        self.source = source
    }

    /// All of them, sorted, then how many there are; an empty text when there is none.
    public func report(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.sortedForReport()
        guard !sorted.isEmpty else { return "" }
        var cache = SourceCache(source)
        var output = ""
        for diagnostic in sorted { append(diagnostic, to: &output, &cache) }
        return output + Self.summary(sorted) + "\n"
    }

    /// « 2 erreurs, 1 avertissement »
    private static func summary(_ diagnostics: [Diagnostic]) -> String {
        Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return "\(count) \(severity.label)\(count > 1 ? "s" : "")"
        }.joined(separator: ", ")
    }

    private func append(_ diagnostic: Diagnostic, to output: inout String, _ cache: inout SourceCache) {
        let accent = diagnostic.severity.accent
        if let location = diagnostic.location {
            output += painted(heading(location, &cache) + ":", "1") + " "
        }
        output += painted(diagnostic.severity.label + ":", accent)
        output += " \(TerminalText.visible(diagnostic.message)) [\(diagnostic.id.rawValue)]\n"
        var gutter = 4
        if let location = diagnostic.location { appendSource(location, accent: accent, to: &output, &gutter, &cache) }
        let margin = String(repeating: " ", count: gutter + 1) + "= "
        if let advice = diagnostic.advice { output += margin + TerminalText.visible(advice) + "\n" }
        for note in diagnostic.notes {
            let place = note.location.map { heading($0, &cache) + ": " } ?? ""
            output += margin + "note: " + place + TerminalText.visible(note.message) + "\n"
        }
    }

    private func heading(_ location: SourceLocation, _ cache: inout SourceCache) -> String {
        guard let position = cache.position(of: location) else {
            return location.line.map { "\(location.file):\($0)" } ?? location.file
        }
        return "\(location.file):\(position.line):\(position.column)"
    }

    private func appendSource(
        _ location: SourceLocation, accent: String, to output: inout String, _ gutter: inout Int,
        _ cache: inout SourceCache,
    ) {
        guard let offset = location.offset, let text = cache.text(of: location.file) else { return }
        let number = "\(text.position(of: offset).line)"
        gutter = max(gutter, number.count)
        let excerpt = text.excerpt(at: offset, length: location.length, reach: 4 * Self.columns)
            .fitted(columns: Self.columns)
        let margin = String(repeating: " ", count: gutter - number.count)
        let line = excerpt.before + excerpt.marked + excerpt.after
        output += "\(margin)\(number) |\(line.isEmpty ? "" : " ")\(line)\n"
        let indent = String(repeating: " ", count: TerminalText.columns(excerpt.before))
        let caret = String(repeating: "^", count: max(1, TerminalText.columns(excerpt.marked)))
        output += String(repeating: " ", count: gutter) + " | " + indent + painted(caret, accent) + "\n"
    }

    private func painted(_ text: String, _ style: String) -> String {
        color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}

extension Diagnostic.Severity {
    fileprivate var label: String {
        switch self {
        case .error: "erreur"
        case .warning: "avertissement"
        case .note: "note"
        }
    }

    /// ANSI style: bold red, yellow, cyan.
    fileprivate var accent: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }
}
