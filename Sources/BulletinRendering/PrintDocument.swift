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

    /// That of a sheet beside a page.
    public init(_ sheet: PrintedSheet) {
        self =
            switch sheet {
            case .posterA4, .posterA3: .poster
            case .leafletA4, .leafletA5: .leaflet
            case .bookletA5: .booklet
            case .cardsA6: .card
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
        }
    }

    /// « le bulletin n’a pas pu être imprimé »
    var isFeminine: Bool {
        switch self {
        case .bulletin, .bulletinLarge, .booklet, .questionnaire, .consultationReport: false
        case .poster, .leaflet, .card, .consultationSummary, .invitation: true
        }
    }
}
