public import SiteModel

/// What the index holds of one page.
public struct SearchRecord: Sendable, Hashable {
    public let kind: SearchKind
    public let route: Route
    public let title: String
    /// Shown beside the title, and found: the theme of a guide, the postal code of a commune.
    public let context: String
    /// Found, and shown nowhere: the words that an editor adds for those who call the thing otherwise.
    public let keywords: [String]
    /// What is found and shown in excerpts; the title alone for a page of which the index must hold no other word.
    public let text: String

    public init(kind: SearchKind, route: Route, title: String, context: String = "", keywords: [String] = [], text: String) {
        self.kind = kind
        self.route = route
        self.title = title
        self.context = context
        self.keywords = keywords
        self.text = text
    }
}
