/// What can be printed. Each has one template, which its raw value names: `bulletin.typ`.
public enum PrintDocument: String, Sendable, Hashable, CaseIterable {
    case bulletin
    /// One message, or the contacts of a commune.
    case poster
    /// A guide, whole.
    case leaflet
    /// The A5 leaflet, its pages laid out on A4 sheets to be folded.
    case booklet
    /// Small cards to cut.
    case card

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
        case .poster: "l’affiche"
        case .leaflet: "la fiche"
        case .booklet: "le livret"
        case .card: "la planche de cartes"
        }
    }

    /// « le bulletin n’a pas pu être imprimé »
    var isFeminine: Bool {
        switch self {
        case .bulletin, .booklet: false
        case .poster, .leaflet, .card: true
        }
    }
}
