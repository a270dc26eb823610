/// What pages say of a PDF. Each is known by its route.
public struct PrintedDocument: Sendable, Hashable {
    /// Number of pages.
    public let pages: Int
    /// Size of the file.
    public let bytes: Int
    /// Titles of the sections that did not fit on paper, as a person reads them; the twin has them all.
    public let omitted: [String]

    public init(pages: Int, bytes: Int, omitted: [String] = []) {
        self.pages = pages
        self.bytes = bytes
        self.omitted = omitted
    }
}
