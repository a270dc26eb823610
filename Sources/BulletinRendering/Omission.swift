/// A section that did not fit whole: how many of its parts were kept.
///
/// The template reports it as `section:kept/total`.
public struct Omission: Sendable, Hashable, CustomStringConvertible {
    public enum Section: String, Sendable, Hashable, CaseIterable {
        /// Parts of the phenomenon of the month, as `DocumentParts` counts them.
        case phenomenon
        /// Parts of the second guide.
        case guide
        /// Titles of the other guides.
        case others
        case alerts, events, briefs, commitments
        /// Whole or not at all.
        case editorial, note, townHall, officials, figures
        /// Of a poster: steps to follow.
        case steps
        /// Of a card: numbers to call.
        case numbers
    }

    public let section: Section
    public let kept: Int
    public let total: Int

    public init(section: Section, kept: Int, total: Int) {
        self.section = section
        self.kept = kept
        self.total = total
    }

    /// `nil` for a text of another form.
    public init?(_ text: String) {
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2, let section = Section(rawValue: String(halves[0])) else { return nil }
        let counts = halves[1].split(separator: "/", omittingEmptySubsequences: false)
        guard counts.count == 2, let kept = Int(counts[0]), let total = Int(counts[1]) else { return nil }
        self.init(section: section, kept: kept, total: total)
    }

    public var description: String { "\(section.rawValue):\(kept)/\(total)" }

    /// For the report of a build: `phénomène du mois (6 parties sur 9)`.
    public var words: String {
        switch section {
        case .phenomenon: "phénomène du mois (\(kept) \(kept > 1 ? "parties" : "partie") sur \(total))"
        case .guide: "guide (\(kept) \(kept > 1 ? "parties" : "partie") sur \(total))"
        case .others: "autres guides (\(kept) sur \(total))"
        case .alerts: "alertes (\(kept) sur \(total))"
        case .events: "rendez-vous (\(kept) sur \(total))"
        case .townHall: "mairie"
        case .steps: "étapes (\(kept) sur \(total))"
        case .numbers: "numéros (\(kept) sur \(total))"
        case .officials: "référents des élus"
        case .briefs: "brèves (\(kept) sur \(total))"
        case .figures: "délinquance enregistrée"
        case .editorial: "éditorial"
        case .note: "mot de la commune"
        case .commitments: "engagements (\(kept) sur \(total))"
        }
    }
}
