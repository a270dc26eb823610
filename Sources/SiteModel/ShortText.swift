/// A text ready to paste elsewhere: `short_texts: {160: …}`. Kept as it is written: what typography adds, a text message
/// may not carry.
public struct ShortText: Sendable, Hashable {
    /// How many signs a guide's texts may have: a text message, a light panel, a short news.
    public static let limits = [160, 300, 600]

    public let limit: Int
    public let text: String
    /// Where it stands: bytes of the file.
    public let place: Range<Int>?
    /// Where each of its citations stands, in order: bytes of the file; empty where they are not known.
    public var citationPlaces: [Range<Int>] = []

    public init(limit: Int, text: String, place: Range<Int>? = nil) {
        self.limit = limit
        self.text = text
        self.place = place
    }
}
