/// `content/alerts/*.md`: a warning with a kind, an area and an end.
public struct Alert: Sendable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case information, vigilance, danger
    }

    /// Whether people are to act on it.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case réelle, exercice, essai
    }

    /// The one that it takes the place of.
    public struct Succession: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable {
            /// It says better what the earlier one said.
            case updates
            /// What the earlier one said holds no longer.
            case cancels
        }

        public let kind: Kind
        /// The earlier one's file: `content/alerts/vols.md`.
        public var file: Page.ID
        /// Where the key's value stands: bytes of the file.
        public let place: Range<Int>?

        public init(kind: Kind, file: Page.ID, place: Range<Int>? = nil) {
            self.kind = kind
            self.file = file
            self.place = place
        }
    }

    /// One of the site's alerts as later ones call it.
    public struct Reference: Sendable, Hashable {
        public let slug: String
        public let title: String
        public let sent: LocalMoment

        public init(slug: String, title: String, sent: LocalMoment) {
            self.slug = slug
            self.title = title
            self.sent = sent
        }
    }

    /// A brigade or an arrondissement that it concerns, by the name that the data have for it.
    public struct Part: Sendable, Hashable {
        public let name: String
        public let communes: [INSEECode]

        public init(name: String, communes: [INSEECode]) {
            self.name = name
            self.communes = communes
        }
    }

    public var page: Page
    public let kind: Kind
    public let level: Level
    /// Communes that it names one by one.
    public let named: [INSEECode]
    /// Brigades and arrondissements as its editor names them.
    public var territories: [Territory] = []
    /// The same, once they are found.
    public var parts: [Part] = []
    /// All communes concerned, those of its parts too; empty for the whole département.
    public var communes: [INSEECode]
    /// When it was issued.
    public let sent: LocalMoment
    /// When what it warns of begins; `nil` where that is at once, or not known.
    public var onset: LocalMoment?
    /// Until when it is valid.
    public let expires: LocalMoment
    /// Who issued it, by function.
    public let source: String
    /// Who has validated it, by function, and when; `nil` for what another service wrote, and for nothing else.
    public var validation: Proofreading?
    /// Where the day of the validation stands: bytes of the file.
    public var validationPlace: Range<Int>?
    public var status = Status.réelle
    public var succession: Succession?
    /// Those that it takes the place of, one through the other: the latest first.
    public var earlier: [Reference] = []
    /// Whether another service wrote it: programs get its message from there.
    public var isRelayed = false

    public init(
        page: Page, kind: Kind, level: Level, communes: [INSEECode], sent: LocalMoment, expires: LocalMoment, source: String,
    ) {
        self.page = page
        self.kind = kind
        self.level = level
        named = communes
        self.communes = communes
        self.sent = sent
        self.expires = expires
        self.source = source
    }

    public var reference: Reference { Reference(slug: page.slug, title: page.frontMatter.title, sent: sent) }

    /// Whether programs are handed it as a message of its own.
    public var hasMessage: Bool { !isRelayed && !page.leavesFewTraces }

    public func isOver(at now: LocalMoment) -> Bool { expires.end <= now.start }

    /// Whether what it warns of is still to begin.
    public func isAhead(of now: LocalMoment) -> Bool { onset.map { $0.start > now.start } ?? false }
}
