/// A check that a page answers, with the reason: `allow: [{check: small-count, reason: …}]`.
public struct Allowance: Sendable, Hashable {
    /// Identifier of the message.
    public let check: String
    public let reason: String
    /// Answers only what holds these words; `nil` for the whole page.
    public let text: String?
    /// Where the check is named: bytes of the file.
    public let place: Range<Int>?

    public init(check: String, reason: String, text: String? = nil, place: Range<Int>? = nil) {
        self.check = check
        self.reason = reason
        self.text = text
        self.place = place
    }
}
