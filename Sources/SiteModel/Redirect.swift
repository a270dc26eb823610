/// A route that a page had once, and where it leads now. Servers may answer for it; each has a page that does.
public struct Redirect: Sendable, Hashable {
    public let from: Route
    public let to: Route
    /// The file that says so, in `aliases`.
    public let source: Page.ID
    /// Whether the page that it leads to leaves as few traces as it can.
    public let isSensitive: Bool

    public init(from: Route, to: Route, source: Page.ID, isSensitive: Bool = false) {
        self.from = from
        self.to = to
        self.source = source
        self.isSensitive = isSensitive
    }
}
