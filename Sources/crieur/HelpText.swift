/// The help that swift-argument-parser lays out, its own few words put into French.
enum HelpText {
    private static let words: [(english: String, french: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("<subcommand>", "<commande>"),
        ("OPTIONS:", "OPTIONS :"), ("ARGUMENTS:", "ARGUMENTS :"), ("SUBCOMMANDS:", "COMMANDES :"),
        ("Show the version.", "Donne la version."), ("Show help information.", "Donne cette aide."),
        ("(values: ", "(valeurs : "), ("; default:", " ; par défaut :"),
        ("(default:", "(par défaut :"), ("(default)   ", "(par défaut)"), ("(default)", "(par défaut)"), ("See '", "Voyez « "), ("<commande>' for detailed help.", "<commande> »."),
    ]

    static func french(_ help: String) -> String {
        var text = help
        for (english, french) in words { text = text.replacing(english, with: french) }
        return keptTogether(text)
    }

    /// A sign that goes with the word before it does not start a line, nor « end one.
    private static func keptTogether(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices.dropLast() {
            let next = lines[index + 1]
            let indent = next.prefix { $0 == " " }
            guard let first = next.dropFirst(indent.count).first, let space = lines[index].lastIndex(of: " ") else { continue }
            let last = lines[index][lines[index].index(after: space)...]
            guard last == "«" || (!last.isEmpty && "»;:!?".contains(first)) else { continue }
            lines[index + 1] = "\(indent)\(last)\u{A0}\(next.dropFirst(indent.count))"
            lines[index] = String(lines[index][..<space])
        }
        return lines.joined(separator: "\n")
    }
}
