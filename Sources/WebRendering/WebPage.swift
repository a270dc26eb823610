import SiteModel

/// One page to render: where it is published and what it is made from. Cheap: a country has 70,000 of them.
public struct WebPage: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case home, guides, theme, guide, communes, commune
        /// The HTML twin of a commune's bulletin.
        case bulletin
        /// An alert that holds no longer, and their list.
        case archivedAlert, alertArchive
        case bulletins, edition, alerts, alert, agenda, page, search
        case consultations, consultation
        /// « Vous avez dit, nous avons fait », of the whole département.
        case commitments
        /// What the law asks for, below it what the editors add.
        case legal
        /// The page of the operation, with its measures.
        case operation
        /// How other programs read the site's data.
        case api
        case notFound
        /// What a device shows that has no network and not the page.
        case offline
        /// A commune's contacts, for the site of its town hall to show within a page.
        case encart
        /// One alert, for the same; what stands there when it is over.
        case alertEncart, pastEncart
        /// What stands at a former route.
        case redirect

        /// Name of its template, below `site-templates/web/`.
        public var template: String {
            switch self {
            case .page: "free-page"
            case .notFound: "not-found"
            case .alertEncart, .pastEncart: "alert-encart"
            case .archivedAlert: "archived-alert"
            case .alertArchive: "alert-archive"
            default: rawValue
            }
        }

        /// Whether people look for it: robots are told of it.
        var isLookedFor: Bool {
            switch self {
            case .notFound, .offline, .bulletin, .encart, .alertEncart, .pastEncart, .redirect, .archivedAlert, .alertArchive: false
            default: true
            }
        }
    }

    public let kind: Kind
    public let route: Route
    /// The main file that it is made from: `content/guides/elus/menaces.md`; a feed for communes.
    public let source: String

    /// Place among the things of its kind: guides, communes, themes, editions, …
    let index: Int
    /// Bulletins: place of the edition.
    let edition: Int

    init(_ kind: Kind, _ route: Route, source: String, index: Int = 0, edition: Int = 0) {
        self.kind = kind
        self.route = route
        self.source = source
        self.index = index
        self.edition = edition
    }
}
