/// Whether a text seems to name a person, or a mailbox to be a person's own. A site gives functions: a person's name
/// ends with the next posting, and is personal data that nobody asked to publish.
enum PersonalName {
    /// `M. Martin`, `Capitaine DURAND`, `Jean Martin`, `MARTIN Jean`; not `le commandant de la brigade`.
    static func isIn(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" || $0 == "/" || $0 == ":" || $0 == ";" }
        for (place, word) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : ""
            let folded = fold(word)
            if titles.contains(folded), isCapitalised(next) { return true }
            guard isCapitalised(word), givenNames.contains(folded) else { continue }
            let previous = place > 0 ? words[place - 1] : ""
            if fold(previous) == "saint" || fold(previous) == "sainte" { continue }
            if isCapitalised(next) || isShouted(previous) { return true }
        }
        return false
    }

    /// `jean.martin@…`, `j.martin@…`, `martin74@` a public provider; not `bta.annecy@…`.
    static func isMailbox(_ address: String) -> Bool {
        let halves = address.lowercased().split(separator: "@")
        guard halves.count == 2 else { return false }
        let parts = halves[0].split { $0 == "." || $0 == "_" || $0 == "-" }.map { fold($0) }
        if parts.contains(where: { part in functionWords.contains { part.hasPrefix($0) } }) { return false }
        if parts.count > 1 {
            if parts.contains(where: givenNames.contains) { return true }
            if parts[0].count == 1, parts[1].count > 2 { return true }
            // In these administrations a mailbox of two bare words is a person's: functions have a word of theirs.
            if halves[1].hasSuffix("interieur.gouv.fr") { return parts.allSatisfy { $0.allSatisfy(\.isLetter) } }
        }
        return providers.contains(String(halves[1]))
    }

    private static func isCapitalised(_ word: Substring) -> Bool { word.first?.isUppercase == true }

    /// A family name in capitals; acronyms are shorter.
    private static func isShouted(_ word: Substring) -> Bool {
        word.count > 3 && word.allSatisfy { $0.isUppercase || $0 == "-" }
    }

    /// Lower case, without accents and final stops.
    private static func fold(_ word: some StringProtocol) -> String {
        var folded = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "é", "è", "ê", "ë": folded += "e"
            case "à", "â", "ä": folded += "a"
            case "î", "ï": folded += "i"
            case "ô", "ö": folded += "o"
            case "ù", "û", "ü": folded += "u"
            case "ç": folded += "c"
            case ".": continue
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    private static let titles: Set<String> = [
        "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "maitre", "adjudant", "adjudante",
        "adjudant-chef", "adj", "adc", "major", "maj", "lieutenant", "ltn", "sous-lieutenant", "capitaine", "cne",
        "commandant", "commandante", "cdt", "cen", "lieutenant-colonel", "lcl", "colonel", "colonelle", "col", "general",
        "generale", "gendarme", "brigadier", "brigadiere", "commissaire", "gardien", "gardienne",
    ]

    /// Beginnings of the words that function mailboxes are made of.
    private static let functionWords = [
        "accueil", "atteinte", "bdrij", "bmo", "bp", "brigade", "bta", "btp", "bureau", "cabinet", "cgd", "cob", "codis", "comgend",
        "commandement", "commissariat", "communication", "compagnie", "contact", "corg", "correspondant", "courrier",
        "cptm", "csp", "cyber", "ddsp", "dipn", "elus", "famille", "gendarmerie", "ggd", "group", "info", "mairie",
        "mpf", "mpdf", "police", "pref", "prevention", "psig", "referent", "secretariat", "securite", "service", "sp", "standard",
        "surete", "tranquillite", "victime", "violence",
    ]

    private static let providers: Set<String> = [
        "aol.com", "bbox.fr", "free.fr", "gmail.com", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net",
        "live.fr", "neuf.fr", "numericable.fr", "orange.fr", "outlook.com", "outlook.fr", "proton.me", "protonmail.com",
        "sfr.fr", "wanadoo.fr", "yahoo.com", "yahoo.fr",
    ]

    /// Common given names, without accents. Place names that are also given names (Martin, Laurent) are left out.
    private static let givenNames: Set<String> = [
        "adrien", "agnes", "alain", "albert", "alexandra", "alexandre", "alexis", "alice", "amandine", "amelie", "anais",
        "andre", "andrea", "angelique", "anne", "annie", "anthony", "antoine", "arnaud", "arthur", "audrey", "aurelie",
        "aurelien", "baptiste", "beatrice", "benjamin", "benoit", "bernard", "brigitte", "bruno", "camille", "caroline",
        "catherine", "cecile", "cedric", "celine", "chantal", "charles", "charlotte", "christelle", "christian",
        "christine", "christophe", "claire", "claude", "clement", "corinne", "cyril", "damien", "daniel", "david",
        "delphine", "denis", "didier", "dominique", "dorothee", "elisabeth", "elodie", "emilie", "emma", "emmanuel",
        "emmanuelle", "eric", "estelle", "etienne", "fabien", "fabienne", "fabrice", "florence", "florian", "francis",
        "franck", "francois", "francoise", "frederic", "frederique", "gabriel", "gaelle", "gerard", "gilles",
        "guillaume", "guy", "helene", "henri", "herve", "hugo", "isabelle", "jacqueline", "jacques", "jean", "jeanne",
        "jeremy", "jerome", "joel", "jonathan", "joseph", "julie", "julien", "juliette", "karine", "kevin", "laetitia",
        "laura", "laure", "laurence", "lea", "louis", "louise", "luc", "lucas", "lucie", "ludovic", "manon", "marc",
        "marie", "marine", "marion", "mathieu", "mathilde", "matthieu", "maxime", "melanie", "michel", "michele",
        "monique", "morgane", "muriel", "nadine", "nathalie", "nicolas", "nicole", "olivier", "pascal", "pascale",
        "patrice", "patricia", "patrick", "paul", "pauline", "philippe", "pierre", "quentin", "raphael", "regis", "remi",
        "remy", "rene", "richard", "robert", "robin", "roger", "romain", "samuel", "sandra", "sandrine", "sarah",
        "sebastien", "serge", "severine", "simon", "sonia", "sophie", "stephane", "stephanie", "sylvain", "sylvie",
        "theo", "therese", "thibault", "thierry", "thomas", "valentin", "valerie", "vanessa", "veronique", "victor",
        "vincent", "virginie", "xavier", "yann", "yannick", "yves", "yvette",
    ]
}
