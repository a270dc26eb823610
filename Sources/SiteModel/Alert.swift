/// `content/alerts/*.md`: a warning with an area and an end.
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
        public let sent: CalendarDate

        public init(slug: String, title: String, sent: CalendarDate) {
            self.slug = slug
            self.title = title
            self.sent = sent
        }
    }

    public var page: Page
    public let level: Level
    /// Communes concerned; empty for the whole département.
    public let communes: [INSEECode]
    /// Day it was issued.
    public let sent: CalendarDate
    /// Last day it is valid.
    public let expires: CalendarDate
    /// Who issued it, by function.
    public let source: String
    public var status = Status.réelle
    public var succession: Succession?
    /// Those that it takes the place of, one through the other: the latest first.
    public var earlier: [Reference] = []
    /// Whether another service wrote it: programs get its message from there.
    public var isRelayed = false

    public init(
        page: Page, level: Level, communes: [INSEECode], sent: CalendarDate, expires: CalendarDate,
        source: String,
    ) {
        self.page = page
        self.level = level
        self.communes = communes
        self.sent = sent
        self.expires = expires
        self.source = source
    }

    public var reference: Reference { Reference(slug: page.slug, title: page.frontMatter.title, sent: sent) }

    /// Whether programs are handed it as a message of its own.
    public var hasMessage: Bool { !isRelayed && !page.leavesFewTraces }
}
