import SiteModel

/// The name of a file, which becomes an address: of a title, or as asked.
enum FileName {
    /// Letters of a name made of a title: what a line of a mail still holds.
    private static let longest = 60

    /// `Menacé ? Les bons réflexes` → `menace-les-bons-reflexes`, cut between words.
    /// - Parameter other: the name where a title has no letter of ours: one in Arabic, an emoji.
    static func make(of title: String, orElse other: String) -> String {
        let slug = Slug.make(title)
        if slug.isEmpty { return other }
        guard slug.utf8.count > longest else { return slug }
        let cut = slug.prefix(longest)
        guard slug.dropFirst(longest).first != "-", let hyphen = cut.lastIndex(of: "-") else { return String(cut) }
        return String(cut[..<hyphen])
    }

    /// A name that a person chose.
    static func checked(_ typed: String, named option: String) throws(Refusal) -> String {
        let slug = Slug.make(typed)
        guard !slug.isEmpty, slug.utf8.count <= 200 else {
            throw Refusal("« \(option) » attend un nom de fichier : des lettres sans accent, des chiffres et des tirets")
        }
        guard slug == typed else {
            throw Refusal("« \(typed) » ne peut pas devenir une adresse ; vouliez-vous dire « \(slug) » ?")
        }
        return slug
    }
}
