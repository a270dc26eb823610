import Diagnostics

/// What swift-argument-parser says of a command line, in French: what is wrong, and where help is.
struct UsageFault {
    let text: String

    /// - Parameters:
    ///   - message: the parser's own words, or those of a `ValidationError`, which are French already.
    ///   - options: names of the command's options, among which one that was mistyped may be.
    ///   - commands: names of the subcommands, where one was expected.
    ///   - command: the subcommand that was called; `nil` for none.
    init(message: String, options: [String], commands: [String], command: String?) {
        let words = Self.french(message, options: options, commands: commands)
        text = "crieur : \(words)\n     = voyez « crieur \(command.map { "\($0) " } ?? "")--help »"
    }

    private static func french(_ message: String, options: [String], commands: [String]) -> String {
        // The parser quotes what was typed, and nothing else.
        let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        guard let typed = quoted.first else { return message }
        func meant(_ names: [String]) -> String {
            Suggestion.closest(to: typed, in: names).map { " ; vouliez-vous dire « \($0) » ?" } ?? ""
        }
        func list(_ names: some Sequence<String>) -> String { names.map { "« \($0) »" }.joined(separator: ", ") }

        if message.hasPrefix("Unknown option") { return "l’option « \(typed) » n’existe pas" + meant(options) }
        if message.hasPrefix("Missing value for") { return "il manque la valeur de « \(typed) »" }
        if message.hasPrefix("Missing expected argument") { return "il manque « \(typed) »" }
        if message.hasPrefix("The option") { return "l’option « \(typed) » ne prend pas de valeur" }
        if message.hasPrefix("Unexpected argument"), !commands.isEmpty {
            return "la commande « \(typed) » n’existe pas" + meant(commands)
        }
        if message.hasPrefix("Unexpected argument") { return "« \(typed) » est de trop" }
        if message.contains("unexpected arguments") { return "\(list(quoted)) sont de trop" }
        if message.hasPrefix("The value"), quoted.count > 1 {
            let allowed = quoted.count > 2 ? " ; valeurs admises : \(list(quoted.dropFirst(2)))" : ""
            return "la valeur « \(typed) » ne convient pas à « \(quoted[1]) »" + allowed
        }
        return message
    }
}
