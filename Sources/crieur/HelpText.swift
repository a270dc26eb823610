/// The help that swift-argument-parser lays out, its own few words put into French.
enum HelpText {
    private static let words: [(english: String, french: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("<subcommand>", "<commande>"),
        ("OPTIONS:", "OPTIONS :"), ("ARGUMENTS:", "ARGUMENTS :"), ("SUBCOMMANDS:", "COMMANDES :"),
        ("Show the version.", "Donne la version."), ("Show help information.", "Donne cette aide."),
        ("(values: ", "(valeurs : "), ("; default:", " ; par défaut :"),
        ("(default:", "(par défaut :"), ("(default)", "(par défaut)"), ("See '", "Voyez « "), ("<commande>' for detailed help.", "<commande> »."),
    ]

    static func french(_ help: String) -> String {
        var text = help
        for (english, french) in words { text = text.replacing(english, with: french) }
        return text
    }
}
