/// The names of gendarmerie and police services, as the ministry's files spell them and as the public reads them.
enum ServiceName {
    /// `Gendarmerie - Brigade de La-Roche-sur-Foron` → `Brigade de gendarmerie de La Roche-sur-Foron`;
    /// other names keep their words. Apostrophes become typographic.
    static func forPublic(_ service: String) -> String {
        let text = typographic(service)
        let official = "Gendarmerie - "
        guard text.hasPrefix(official) else { return text }
        let name = text.dropFirst(official.count)
        for kind in ["Brigade ", "Poste provisoire "] where name.hasPrefix(kind) {
            return "\(kind)de gendarmerie " + withFreeArticle(name.dropFirst(kind.count))
        }
        return text
    }

    static func typographic(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "'" ? "’" : $0 }))
    }

    /// What two spellings of one service have in common: letters and digits, without regard to case, hyphens,
    /// apostrophes and spaces, after the public's form of the name.
    static func key(_ name: String) -> String {
        String(forPublic(name).lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The ministry ties the article to the name by a hyphen.
    private static func withFreeArticle(_ place: Substring) -> String {
        for (tied, free) in [("de La-", "de La "), ("de Le-", "du "), ("de Les-", "des ")] where place.hasPrefix(tied) {
            return free + place.dropFirst(tied.count)
        }
        return String(place)
    }
}
