public import SiteModel

/// What can be printed. Each has one template, which its raw value names: `bulletin.typ`.
public enum PrintDocument: String, Sendable, Hashable, CaseIterable {
    case bulletin
    /// The same in large print, on as many pages as it takes.
    case bulletinLarge = "bulletin-large"
    /// One message, or the contacts of a commune.
    case poster
    /// A guide, whole.
    case leaflet
    /// The A5 leaflet, its pages laid out on A4 sheets to be folded.
    case booklet
    /// Small cards to cut.
    case card
    /// The questions of a consultation.
    case questionnaire
    /// The letter that invites a mayor to answer. It is never published.
    case invitation
    /// What was answered, whole, and on one page.
    case consultationReport = "consultation-report"
    case consultationSummary = "consultation-summary"
    /// The next permanences, for a notice board.
    case permanences
    /// By which an élu enrols for an immersion.
    case registration
    /// By which a town hall gives the number that alerts are sent to.
    case alertNumber = "alert-number"
    /// Texts of short messages with blanks, for those who send them. They are never published.
    case smsTexts = "sms-texts"

    /// That of a sheet beside a page.
    public init(_ sheet: PrintedSheet) {
        self =
            switch sheet {
            case .posterA4, .posterA3: .poster
            case .leafletA4, .leafletA5: .leaflet
            case .bookletA5: .booklet
            case .cardsA6: .card
            case .alertNumber: .alertNumber
            }
    }

    public var template: String {
        switch self {
        case .booklet: Self.leaflet.template
        default: "\(rawValue).typ"
        }
    }

    /// As messages name it.
    var words: String {
        switch self {
        case .bulletin: "le bulletin"
        case .bulletinLarge: "le bulletin en gros caractères"
        case .poster: "l’affiche"
        case .leaflet: "la fiche"
        case .booklet: "le livret"
        case .card: "la planche de cartes"
        case .questionnaire: "le questionnaire"
        case .invitation: "la lettre d’invitation"
        case .consultationReport: "le bilan de la consultation"
        case .consultationSummary: "la synthèse de la consultation"
        case .permanences: "le bandeau des permanences"
        case .registration: "le bulletin d’inscription"
        case .alertNumber: "la fiche du numéro d’alerte"
        case .smsTexts: "la planche des SMS"
        }
    }

    /// « le bulletin n’a pas pu être imprimé »
    var isFeminine: Bool {
        switch self {
        case .bulletin, .bulletinLarge, .booklet, .questionnaire, .consultationReport, .permanences, .registration: false
        case .poster, .leaflet, .card, .consultationSummary, .invitation, .alertNumber, .smsTexts: true
        }
    }
}
