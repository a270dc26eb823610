/// Typst speaks English; what it says most often of a template is said here in French.
enum TypstMessage {
    private static let starts: [(english: String, french: String)] = [
        ("unknown variable: ", "nom inconnu : "),
        ("unclosed delimiter", "parenthèse, crochet ou accolade non fermé"),
        ("unclosed string", "guillemet non fermé"),
        ("unclosed raw text", "accent grave non fermé"),
        ("unexpected closing ", "fermeture sans ouverture : "),
        ("unexpected end of block", "bloc qui finit trop tôt"),
        ("unexpected argument: ", "argument inattendu : "),
        ("unexpected argument", "argument inattendu"),
        ("missing argument: ", "argument manquant : "),
        ("expected ", "attendu : "),
        ("file not found", "fichier introuvable"),
        ("dictionary does not contain key ", "le travail d’impression n’a pas la clé "),
        ("cannot access fields on type ", "pas de champ dans une valeur de type "),
        ("cannot access field ", "champ inaccessible : "),
        ("panicked with: ", "arrêt demandé par le gabarit : "),
        ("PDF/UA-1 error: ", "accessibilité (PDF/UA-1) : "),
        ("PDF/A-2a error: ", "archivage (PDF/A-2a) : "),
        ("layout did not converge within 5 attempts", "la mise en page ne se stabilise pas"),
    ]

    static func french(_ message: String) -> String {
        for (english, french) in starts where message.hasPrefix(english) {
            let named = message.dropFirst(english.count)
            // What follows a colon is a name or a piece of the template.
            return french.hasSuffix(" : ") && !named.contains(" ")
                ? "\(french.dropLast(2))« \(named) »" : french + named
        }
        return message
    }
}
