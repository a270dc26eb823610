/// Who a page is written for.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    case élu, secrétariat, habitant
}

/// The keys between the `---` lines that every kind of page shares.
public struct FrontMatter: Sendable {
    public var title = ""
    public var summary = ""
    public var audience: [Audience] = []
    public var updated: CalendarDate?
    public var review: CalendarDate?
    /// Where `review` stands: bytes of the file.
    public var reviewPlace: Range<Int>?
    /// `nil` where nobody has read it yet.
    public var reviewedBy: Proofreading?
    public var publish: CalendarDate?
    public var expires: CalendarDate?
    public var draft = false
    /// Whether it is kept back while a reserve before an election lasts.
    public var praise = false
    public var tags: [String] = []
    public var order = 0
    /// What it is printed as.
    public var print: [PrintedForm] = []
    /// Whether the page may be kept offline.
    public var offline = true
    /// Former routes.
    public var aliases: [String] = []
    /// The route that this page takes over from another source.
    public var overrides: String?
    /// The shortest first.
    public var shortTexts: [ShortText] = []
    public var allow: [Allowance] = []
    /// Where a value stands that only the rest of the site can tell right or wrong: bytes of the file, by the value
    /// as it is written.
    public var places: [String: Range<Int>] = [:]

    public init() {}
}
