import SiteModel

/// Sentences that seem to tell a case under investigation: words of the inquiry itself, or a street, a day and a person
/// together.
///
/// It runs over few texts (alerts, news, notes of communes, events), word by word. It sees words, not what they mean.
struct InquiryScanner {
    private struct Word {
        /// In lower case, without accents.
        let text: String
        let place: Range<Int>
        let isCapital: Bool
    }

    private let bytes: [UInt8]
    private var sentence: [Word] = []
    private(set) var findings: [TextFinding] = []

    static func scan(_ bytes: [UInt8]) -> [TextFinding] {
        var scanner = InquiryScanner(bytes: bytes)
        scanner.run()
        return scanner.findings
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        var start: Int?
        var place = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                if start == nil { start = place }
            } else {
                if let from = start { append(from..<place) }
                start = nil
                if scalar == "\n" || scalar == "!" || scalar == "?" || scalar == "." || scalar == "…" { close() }
            }
            place += width
        }
        if let start { append(start..<place) }
        close()
    }

    private mutating func append(_ place: Range<Int>) {
        let written = String(decoding: bytes[place], as: UTF8.self)
        let folded = Slug.make(written)
        sentence.append(Word(text: folded, place: place, isCapital: written.first?.isUppercase ?? false))
    }

    private mutating func close() {
        defer { sentence.removeAll(keepingCapacity: true) }
        // One for a sentence: it is the sentence that must go.
        if let place = inquiry() ?? scene() { findings.append(TextFinding(check: .inquiry, place: place)) }
    }

    // MARK: - Words of an inquiry

    private func word(_ index: Int) -> String { sentence.indices.contains(index) ? sentence[index].text : "" }

    private func span(_ from: Int, _ to: Int) -> Range<Int> { sentence[from].place.lowerBound..<sentence[to].place.upperBound }

    private func inquiry() -> Range<Int>? {
        for index in sentence.indices {
            if let length = length(at: index) { return span(index, min(index + length - 1, sentence.count - 1)) }
        }
        return nil
    }

    /// How many words tell of an inquiry from here on; `nil` for none.
    private func length(at index: Int) -> Int? {
        if let phrase = Self.phrases.first(where: { starts(with: $0, at: index) }) { return phrase.count }
        let text = word(index)
        if Self.alone.contains(text) { return 1 }
        // « un courriel suspect » warns, « le suspect » tells.
        if Self.suspects.contains(text), Self.determiners.contains(word(index - 1)) { return 1 }
        if Self.questioned.contains(text) {
            // An élu may be « interpellé par un habitant », « sur » a subject.
            let isAsked = word(index + 1) == "sur" || (word(index + 1) == "par" && !sentence[index...].contains { Self.forces.contains($0.text) })
            return isAsked ? nil : 1
        }
        if Self.wanted.contains(text), ["est", "sont", "etait", "etaient", "activement", "toujours"].contains(word(index - 1)) { return 1 }
        return nil
    }

    private func starts(with phrase: [String], at index: Int) -> Bool {
        phrase.indices.allSatisfy { word(index + $0) == phrase[$0] }
    }

    private static let phrases: [[String]] = [
        "garde a vue", "gardes a vue", "gardee a vue", "gardees a vue", "mis en cause", "mise en cause", "mises en cause", "mis en examen",
        "mise en examen", "mises en examen", "appel a temoin", "appel a temoins", "appels a temoins", "temoins sont invites",
        "temoin des faits", "temoins des faits", "avis de recherche", "flagrant delit", "detention provisoire", "mandat d arret",
        "mandat de depot", "enquete est en cours", "enquete en cours", "enquete a ete ouverte", "enquete est ouverte",
        "reconnu les faits", "reconnait les faits", "avoue les faits", "comparution immediate", "presente au parquet", "presentes au parquet",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let alone: Set<String> = [
        "immatricule", "immatriculee", "immatricules", "immatriculees", "ecroue", "ecrouee", "ecroues", "ecrouees", "defere", "deferee",
        "deferes", "deferees", "perquisition", "perquisitions", "perquisitionne",
    ]
    private static let suspects: Set<String> = ["suspect", "suspecte", "suspects", "suspectes"]
    private static let determiners: Set<String> = [
        "le", "la", "les", "un", "une", "des", "du", "ce", "cet", "cette", "ces", "deux", "trois", "quatre", "plusieurs", "principal",
    ]
    private static let questioned: Set<String> = ["interpelle", "interpellee", "interpelles", "interpellees", "interpellation", "interpellations"]
    private static let forces: Set<String> = ["gendarmes", "gendarmerie", "policiers", "police", "brigade", "militaires", "psig", "bac"]
    private static let wanted: Set<String> = ["recherche", "recherchee", "recherches", "recherchees"]

    // MARK: - A street, a day and a person

    private func scene() -> Range<Int>? {
        guard let street = sentence.indices.first(where: isStreet), let day = sentence.indices.first(where: isDay),
            let person = sentence.indices.first(where: { Self.people.contains(word($0)) })
        else { return nil }
        return span(min(street, day, person), max(street, day, person))
    }

    /// « rue des Lilas », « route d’Annecy »: with its name.
    private func isStreet(_ index: Int) -> Bool {
        guard Self.streets.contains(word(index)) else { return false }
        return sentence[min(index + 1, sentence.count)...].prefix(3).contains(where: \.isCapital)
    }

    private func isDay(_ index: Int) -> Bool {
        let text = word(index)
        if Self.days.contains(text) { return true }
        if text == "nuit" { return ["cette", "la"].contains(word(index - 1)) && ["du", "de", "derniere", ""].contains(word(index + 1)) }
        return Self.months.contains(text) && Int(word(index - 1)) != nil
    }

    private static let streets: Set<String> = [
        "rue", "avenue", "boulevard", "chemin", "impasse", "route", "allee", "place", "quai", "lotissement", "hameau", "ruelle", "square",
    ]
    private static let days: Set<String> = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"]
    private static let months: Set<String> = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    ]
    /// Whom one meets at a permanence is not there: « une personne », « les femmes victimes ».
    private static let people: Set<String> = [
        "individu", "individus", "homme", "hommes", "femme", "victime", "auteur", "auteurs", "malfaiteur", "malfaiteurs", "cambrioleur",
        "cambrioleurs", "voleur", "voleurs", "agresseur", "agresseurs", "octogenaire", "octogenaires", "nonagenaire", "septuagenaire",
        "sexagenaire", "retraite", "retraitee", "adolescent", "adolescente", "adolescents", "complice", "complices",
    ]
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { Unicode.UTF8.encode(scalar)?.count ?? 0 }
}
