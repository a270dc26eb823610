import Diagnostics
import SiteModel

/// What a text that will be printed is looked through for. Each is an aid: it sees words, not what they mean, and a page
/// may answer it by `allow` in its front matter.
enum TextCheck: CaseIterable {
    // Facts that stand outside the registry
    case telephone, amount, article, delay, address
    // What must not be published
    case personalTelephone, personalPlate, personalMail, personalName
    case stigma, smallCount, inquiry
    // What is hard to read
    case longSentence, acronym

    /// Its name in messages and under `allow`.
    var id: DiagnosticID {
        switch self {
        case .telephone: .telephoneUnregistered
        case .amount: .amountUnregistered
        case .article: .articleUnregistered
        case .delay: .delayUnregistered
        case .address: .addressUnregistered
        case .personalTelephone: .personalTelephone
        case .personalPlate: .personalPlate
        case .personalMail: .personalMail
        case .personalName: .personalName
        case .stigma: .stigmatisingWords
        case .smallCount: .smallCount
        case .inquiry: .caseUnderInvestigation
        case .longSentence: .longSentence
        case .acronym: .acronymUnexplained
        }
    }

    /// The kinds of facts that the registry would have it under; empty where it is not about the registry.
    var kinds: [Fact.Kind] {
        switch self {
        case .telephone: [.telephone]
        case .amount: [.amount]
        case .article: [.article, .law]
        case .delay: [.delay, .penalty]
        case .address: [.address]
        default: []
        }
    }

    /// - Parameter words: what was found, as it is read; of a sentence, how many words it has.
    func message(_ words: String) -> String {
        switch self {
        case .telephone: "le numéro « \(words) » est écrit dans le texte, hors du registre des faits"
        case .amount: "la somme « \(words) » est écrite dans le texte, hors du registre des faits"
        case .article: "« \(words) » est écrit dans le texte, hors du registre des faits"
        case .delay: "la durée « \(words) » est écrite dans le texte, hors du registre des faits"
        case .address: "l’adresse « \(words) » est écrite dans le texte, hors du registre des faits"
        case .personalTelephone: "« \(words) » est un numéro de portable, qui désigne une personne"
        case .personalPlate: "« \(words) » ressemble à une plaque d’immatriculation, qui désigne une personne"
        case .personalMail: "« \(words) » ressemble à une adresse de messagerie personnelle"
        case .personalName: "« \(words) » désigne une personne par son nom"
        case .stigma: "« \(words) » vise un groupe de personnes"
        case .smallCount: "« \(words) » : un si petit nombre peut désigner les personnes concernées"
        case .inquiry:
            "« \(words) » semble parler d’une affaire en cours, que couvrent le secret de l’enquête et de l’instruction (article 11 du code de procédure pénale) et la présomption d’innocence"
        case .longSentence: "cette phrase a \(words) mots : au-delà de \(TextScanner.longestSentence), on perd le fil"
        case .acronym: "le sigle « \(words) » n’est pas expliqué"
        }
    }

    /// « la somme », « la durée », « l’adresse » are feminine.
    var pronoun: String {
        switch self {
        case .amount, .delay, .address: "la"
        default: "le"
        }
    }

    /// What to do, where the registry has nothing to propose.
    var advice: String {
        switch self {
        case .telephone, .amount, .article, .delay, .address:
            "inscrivez-\(pronoun) dans facts.yml avec sa source et sa date, puis citez-\(pronoun) par « :fact[…] »"
        case .personalTelephone, .personalMail: "donnez le contact d’un service ou d’une fonction"
        case .personalPlate: "retirez-la : décrivez le véhicule par sa sorte"
        case .personalName: "désignez la personne par sa fonction, ou retirez-la"
        case .stigma: "décrivez les faits et ce qu’il faut faire, pas qui sont les gens"
        case .smallCount: "écrivez « quelques » ou « plusieurs », ou parlez d’un territoire plus grand"
        case .inquiry:
            "retirez-le, ou demandez à l’officier communication du groupement ou au service de communication de la police ; seul le procureur de la République rend publics des éléments d’une affaire"
        case .longSentence: "coupez-la en deux, ou faites-en une liste"
        case .acronym: "écrivez-le en toutes lettres, ou expliquez-le dans « glossary » de site.yml"
        }
    }
}

/// What a check found in a text.
struct TextFinding: Equatable {
    let check: TextCheck
    /// Bytes of the running text.
    let place: Range<Int>
    /// Of a sentence: its words.
    var count = 0
}
