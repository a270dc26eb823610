import SiteModel

extension FrenchText {
    /// The name after *de*: `d’Annecy`, `de Cluses`, `du Biot`, `de La Clusaz`, `des Gets`.
    public static func of(_ commune: Commune) -> String { of(commune.name, commune.article) }

    /// `Arrondissement d’Annecy`, `Arrondissement du Havre`
    public static func arrondissement(_ name: String) -> String {
        let article: NameArticle =
            if name.hasPrefix("Le ") { .le } else if name.hasPrefix("Les ") { .les } else if collationKey(name).first.map("aeiouy".utf8.contains) ?? false {
                .vowel
            } else { .none }
        return "Arrondissement \(of(name, article))"
    }

    /// The name after *à*: `à Annecy`, `au Biot`, `à La Clusaz`, `aux Gets`.
    public static func at(_ commune: Commune) -> String { at(commune.name, commune.article) }

    /// - Parameters:
    ///   - name: with its article: `Le Biot`.
    ///   - article: an article that the name does not start with leaves the name whole: `de …`.
    public static func of(_ name: String, _ article: NameArticle) -> String {
        if let (contracted, rest) = contraction(name, article) { return "\(contracted.of) \(rest)" }
        let name = Typography.apply(name)
        return article == .vowel ? "d’\(name)" : "de \(name)"
    }

    public static func at(_ name: String, _ article: NameArticle) -> String {
        if let (contracted, rest) = contraction(name, article) { return "\(contracted.at) \(rest)" }
        return "à \(Typography.apply(name))"
    }

    /// `Le`, `Les` and `Aux` melt into the preposition; `La`, `L’`, `Las` and `Los` stay.
    private static func contraction(
        _ name: String, _ article: NameArticle,
    ) -> (contracted: (of: String, at: String), rest: String)? {
        let melted: (article: String, of: String, at: String)
        switch article {
        case .le: melted = ("Le ", "du", "au")
        case .les: melted = ("Les ", "des", "aux")
        case .aux: melted = ("Aux ", "des", "aux")
        case .none, .vowel, .la, .lApostrophe, .las, .los: return nil
        }
        guard name.hasPrefix(melted.article) else { return nil }
        return ((melted.of, melted.at), Typography.apply(String(name.dropFirst(melted.article.count))))
    }

    /// Bytes that sort names as a French reader expects: without regard to case and accents, word by word
    /// (Éloise between Duingt and Entrevernes, Saint-Jean before Sainte-Croix); the name itself decides between equals.
    public static func collationKey(_ name: String) -> [UInt8] {
        var key: [UInt8] = []
        var isBetweenWords = false
        func append(_ letters: String) {
            if isBetweenWords, !key.isEmpty { key.append(0x20) }
            isBetweenWords = false
            key.append(contentsOf: letters.utf8)
        }
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": append(String(scalar))
            case "à", "â", "ä", "á", "ã": append("a")
            case "ç": append("c")
            case "é", "è", "ê", "ë": append("e")
            case "î", "ï", "í", "ì": append("i")
            case "ñ": append("n")
            case "ô", "ö", "ó", "ò", "õ": append("o")
            case "ù", "û", "ü", "ú": append("u")
            case "ÿ", "ý": append("y")
            case "œ": append("oe")
            case "æ": append("ae")
            case "\u{300}"..."\u{36F}": continue  // accents of decomposed letters
            default: isBetweenWords = true
            }
        }
        key.append(0)
        key.append(contentsOf: name.utf8)
        return key
    }
}
