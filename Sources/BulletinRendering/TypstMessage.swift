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
        ("the first heading must be of level 1", "le premier titre doit être de niveau 1"),
        ("skipped from heading level ", "un niveau de titre est sauté après le niveau "),
        ("missing document title", "le titre du document manque"),
        ("missing alt text", "le texte de remplacement manque"),
        ("layout did not converge within 5 attempts", "la mise en page ne se stabilise pas"),
    ]

    static func french(_ message: String) -> String {
        for (english, french) in starts where message.hasPrefix(english) {
            let rest = String(message.dropFirst(english.count))
            if english.hasSuffix(" error: ") { return french + Self.french(rest) }
            guard english.hasSuffix(" "), !rest.contains(" ") else { return french + rest }
            // A name, or a key that Typst puts in quotes.
            return "\(french.replacing(" : ", with: " "))« \(rest.filter { $0 != "\"" }) »"
        }
        return message
    }
}
