/// `content/bulletins/<edition>.md`: one number of the printed bulletin. Its body is the editorial.
public struct Edition: Sendable, Identifiable {
    /// What a bulletin may have beside what it always has (contacts, emergency numbers, sources, *ours*, errata).
    /// Each name is that of front matter, of the print jobs and of what templates say that they left out.
    public enum Section: String, Sendable, Hashable, CaseIterable {
        /// The first of the featured guides.
        case phenomenon
        case events, townHall, alerts
        /// What the commune or its brigade adds.
        case note
        /// « Vous avez dit, nous avons fait »
        case commitments
        case figures, editorial, briefs
        /// The second of the featured guides.
        case guide
        /// The titles of the other ones.
        case others
        /// Whom the mayor calls, by function.
        case officials

        /// All of them, in the order of an edition that does not say.
        public static var usual: [Section] { allCases }
    }

    /// A correction made after the edition has gone to print.
    public struct Erratum: Sendable, Hashable {
        public let date: CalendarDate
        public let text: String

        public init(date: CalendarDate, text: String) {
            self.date = date
            self.text = text
        }
    }

    /// Who publishes it, where that is not who publishes the site.
    public struct Publisher: Sendable, Hashable {
        public let name: String
        public let address: String
        public let telephone: String
        public let email: String

        public init(name: String, address: String, telephone: String, email: String) {
            self.name = name
            self.address = address
            self.telephone = telephone
            self.email = email
        }
    }

    /// `2026-11`
    public var id: String { page.slug }
    public var page: Page
    public let number: Int
    /// As printed: `novembre 2026`.
    public let period: String
    /// Its date; the PDF's timestamp.
    public let date: CalendarDate
    /// Source files of the guides it presents; the first is the phenomenon of the month.
    public var featured: [Page.ID]
    /// Short news, plain text.
    public let briefs: [String]
    /// *Directeur de la publication*, by function.
    public let director: String
    /// *Imprimé par*: who prints, as the law of 1881 asks.
    public let printer: String
    /// How many pages it may have: 2 or 4.
    public var pages = 2
    /// Those that it has, in their order.
    public var sections = Section.usual
    /// `nil` for the whole département.
    public var territory: Territory?
    /// The communes of `territory`; `nil` for all of them.
    public var communes: Set<INSEECode>?
    /// An alert is printed where it is still valid so many days after the edition's date: paper cannot expire.
    public var alertsValidDays = 0
    /// *Dépôt légal*, as printed: `Dépôt légal : à parution`.
    public var legalDeposit: String?
    /// In the order of their dates.
    public var errata: [Erratum] = []
    /// `nil` for the site's own.
    public var publisher: Publisher?
    /// What was kept when it went to print.
    public var frozen: FrozenEdition?

    public init(
        page: Page, number: Int, period: String, date: CalendarDate, featured: [Page.ID],
        briefs: [String], director: String, printer: String,
    ) {
        self.page = page
        self.number = number
        self.period = period
        self.date = date
        self.featured = featured
        self.briefs = briefs
        self.director = director
        self.printer = printer
    }

    /// Whether a commune gets a bulletin of it.
    public func covers(_ commune: Commune) -> Bool { communes?.contains(commune.code) ?? true }

    public func has(_ section: Section) -> Bool { sections.contains(section) }

    /// Whether an alert is still valid as long after the edition's date as it asks.
    public func prints(_ alert: Alert) -> Bool {
        has(.alerts) && alert.expires.day >= date.adding(days: alertsValidDays) ?? date
    }
}
