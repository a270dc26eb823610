/// `content/site.yml`: what makes this site this département's.
public struct SiteSettings: Sendable {
    public struct Departement: Sendable, Hashable {
        /// `code` of a site of the whole country.
        public static let country = "FR"

        /// `74`, `2A`, `976`; `FR` for the whole country in one site.
        public let code: String
        public let name: String
        /// With its preposition, as in « dans … »: `en Haute-Savoie`.
        public let locative: String
        /// With its preposition, as in « le département … »: `de la Haute-Savoie`.
        public let genitive: String

        public init(code: String, name: String, locative: String, genitive: String) {
            self.code = code
            self.name = name
            self.locative = locative
            self.genitive = genitive
        }
    }

    public struct Theme: Sendable, Hashable, Identifiable {
        /// Folder under `content/guides/` and in routes.
        public let id: String
        public let title: String
        public let summary: String

        public init(id: String, title: String, summary: String) {
            self.id = id
            self.title = title
            self.summary = summary
        }
    }

    /// An acronym and its words.
    public struct Term: Sendable, Hashable {
        public let acronym: String
        public let words: String

        public init(acronym: String, words: String) {
            self.acronym = acronym
            self.words = words
        }
    }

    /// What the site shows less of than its sources tell.
    public struct Policies: Sendable, Hashable {
        /// Counts of violence within the family are shown of communes of this many inhabitants or more; a figure of a
        /// small commune may point to a household, published or not. 0 shows all that is published.
        public var familyViolenceMinimumPopulation = 5000
        /// A commitment concerns so many communes or more: it must not point to the mayor who asked for it.
        public var minimumCommunes = 5
        /// What an alert or a permanence takes as a text, in messages of the network, each of which is billed.
        public var smsSegments = 2
        public var channels = ChannelLimits()

        public init() {}
    }

    /// Whom to tell of a weakness of the site (RFC 9116).
    public struct Security: Sendable, Hashable {
        /// Days for which it must still be valid: whoever finds a weakness may rely on it, and CI has time to tell.
        public static let leastDays = 31

        /// `mailto:` or `https:` addresses, the preferred one first.
        public let contacts: [String]
        /// The day from which the rest no longer holds.
        public let expires: CalendarDate
        /// Address of the page that says how such messages are dealt with.
        public let policy: String?
        /// Languages that are understood: `fr`.
        public let languages: [String]
        /// Where `expires` stands: bytes of `site.yml`.
        public let expiresPlace: Range<Int>?

        public init(
            contacts: [String], expires: CalendarDate, policy: String? = nil, languages: [String] = [],
            expiresPlace: Range<Int>? = nil,
        ) {
            self.contacts = contacts
            self.expires = expires
            self.policy = policy
            self.languages = languages
            self.expiresPlace = expiresPlace
        }
    }

    public let title: String
    public let departement: Departement
    public let publisher: Publisher
    /// Absolute address of the home page, with a final `/`: `https://exemple.fr/portail/`.
    public let baseURL: String
    /// IANA name: `Europe/Paris`.
    public let timezone: String
    /// The whole site is a demonstration.
    public let demonstration: Bool
    public let themes: [Theme]
    /// Identifiers of the facts printed as emergency numbers, in order.
    public let emergency: [Fact.ID]
    /// Where `emergency` names each of them: bytes of `site.yml`.
    public var emergencyPlaces: [Fact.ID: Range<Int>] = [:]
    public var policies = Policies()
    public var security: Security?
    /// Times before elections, in order; they do not overlap.
    public var reserves: [ReservePeriod] = []
    /// What acronyms stand for, in the order of `site.yml`: texts may use them unexplained.
    public var glossary: [Term] = []
    /// The mailbox that takes corrections, where that is not the publisher's.
    public var corrections: String?
    public var dataProtection = DataProtection()
    /// Licence of the site's own texts: `Licence Ouverte 2.0`.
    public var licence: String?
    /// After so many days, a page says that its information may be out of date.
    public var staleAfterDays = 30
    /// Where *Quitter rapidement ce site* leads: a page that says nothing of its visitor.
    public var quickExit = "https://www.meteofrance.com/"

    public init(
        title: String, departement: Departement, publisher: Publisher, baseURL: String,
        timezone: String, demonstration: Bool, themes: [Theme], emergency: [Fact.ID],
    ) {
        self.title = title
        self.departement = departement
        self.publisher = publisher
        self.baseURL = baseURL
        self.timezone = timezone
        self.demonstration = demonstration
        self.themes = themes
        self.emergency = emergency
    }

    /// `exemple.fr` of `https://exemple.fr:8000/portail/`.
    public var host: String {
        let parts = baseURL.split(separator: "/", maxSplits: 2)
        let authority = parts.count > 1 ? parts[1].prefix { $0 != ":" } : ""
        return String(authority)
    }

    /// Path of `baseURL`, with its final `/`: `/` or `/portail/`.
    public var basePath: String {
        guard let scheme = baseURL.firstRange(of: "://") else { return "/" }
        let afterScheme = baseURL[scheme.upperBound...]
        guard let slash = afterScheme.firstIndex(of: "/") else { return "/" }
        return String(afterScheme[slash...])
    }
}
