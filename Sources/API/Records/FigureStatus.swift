import SiteModel

/// The four things that a figure may be, which no file may confuse.
enum FigureStatus: String, Sendable, CaseIterable {
    /// Something was counted, and is told.
    case number
    /// Nothing was counted.
    case zero
    /// Something may have been counted, and is not told.
    case suppressed
    /// The source says nothing.
    case absent

    static let meaning =
        "Un nombre (« number »), zéro (« zero »), non diffusé, ce qui ne veut pas dire zéro (« suppressed »), ou absent de la source "
        + "(« absent »)."

    init(_ value: FigureValue) {
        switch value {
        case .number(0): self = .zero
        case .number: self = .number
        case .notPublished, .withheld: self = .suppressed
        case .absent: self = .absent
        }
    }

    init(_ cell: ConsultationResults.Cell) {
        switch cell {
        case .count(0): self = .zero
        case .count: self = .number
        case .hidden: self = .suppressed
        }
    }
}

/// Who keeps a figure back.
enum FigureKeeper: String, Sendable, CaseIterable {
    /// Statistical secrecy.
    case producer
    /// A rule of the site, stricter than the producer's.
    case publisher

    init?(_ value: FigureValue) {
        switch value {
        case .notPublished: self = .producer
        case .withheld: self = .publisher
        case .number, .absent: return nil
        }
    }
}
