import SiteModel

/// Which bulletin: a number of it, for a commune.
public struct BulletinKey: Sendable, Hashable {
    public let edition: Edition.ID
    public let commune: INSEECode

    public init(edition: Edition.ID, commune: INSEECode) {
        self.edition = edition
        self.commune = commune
    }
}

/// What pages say of a bulletin's PDF.
public struct PrintedBulletin: Sendable, Hashable {
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
