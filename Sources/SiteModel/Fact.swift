/// An entry of the fact registry: a telephone number, an amount, a delay, a penalty, an article of law, opening hours,
/// an official address.
public struct Fact: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case telephone, amount, delay, penalty
        /// Of a code: `article L. 541-3 du code de l'environnement`.
        case article
        /// An act as a whole: `loi n° 2024-247 du 21 mars 2024`.
        case law
        /// Of the web: `17cyber.gouv.fr`.
        case address
        case openingHours = "opening-hours"
        case other
    }

    public enum Status: String, Sendable, Hashable, CaseIterable {
        case checked
        /// Nobody has confirmed it on an official page yet: it is never printed as certain.
        case toCheck = "to-check"
    }

    /// Days between two checks where the registry does not say.
    public static let ordinaryReview = 365

    public let id: String
    public let kind: Kind
    /// What is printed where a guide cites it: `3919`, `15 000 €`, `article L. 541-3 du code de l'environnement`.
    public let value: String
    /// What it is: `Violences Femmes Info`.
    public let label: String
    /// The law or decree it rests on.
    public let reference: String?
    /// Name of the page it was checked against.
    public let source: String
    /// Address of that page.
    public let sourceURL: String?
    /// Day a person last checked it against the source; `nil` where nobody has.
    public let checked: CalendarDate?
    /// What it is, in words that nobody who finds a card can hold against its bearer: `Écoute, anonyme et gratuite`.
    public var discreet: String?
    public var status = Status.checked
    /// A number that a person in danger or a victim calls: no line that cites it may be left out of a print.
    public var isVital = false
    /// Days after which it is to be checked again.
    public var reviewDays = Fact.ordinaryReview
    /// First and last day on which it holds.
    public var from: CalendarDate?
    public var until: CalendarDate?
    /// Where the registry has it.
    public var file = ""
    public var place: Range<Int>?

    public init(
        id: String, kind: Kind, value: String, label: String, reference: String?, source: String,
        sourceURL: String?, checked: CalendarDate?,
    ) {
        self.id = id
        self.kind = kind
        self.value = value
        self.label = label
        self.reference = reference
        self.source = source
        self.sourceURL = sourceURL
        self.checked = checked
    }

    public func holds(on day: CalendarDate) -> Bool {
        if let from, day < from { return false }
        if let until, until < day { return false }
        return true
    }

    /// Day of the check of what is certain; `nil` for what is not.
    public var certainSince: CalendarDate? { status == .checked ? checked : nil }

    /// Last day of the check's validity; `nil` where there was none.
    public var nextReview: CalendarDate? { checked.flatMap { $0.adding(days: reviewDays) } }

    public func isOverdue(on day: CalendarDate) -> Bool { nextReview.map { $0 < day } ?? false }

    /// Whether some day belongs to both windows.
    func overlaps(_ other: Fact) -> Bool {
        if let until, let from = other.from, until < from { return false }
        if let from, let until = other.until, until < from { return false }
        return true
    }
}
