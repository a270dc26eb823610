/// What is pasted into one tool of a town hall.
public struct ChannelText: Sendable, Hashable {
    public enum Channel: String, Sendable, Hashable, CaseIterable {
        case application
        /// A light panel.
        case panel = "panneau"
        /// A municipal bulletin, on paper: 300 signs, 600 signs.
        case bulletin300 = "bulletin-300"
        case bulletin600 = "bulletin-600"
        case mail = "courriel"
        case sms

        /// Beside the page that the text is of.
        public var fileName: String { "\(rawValue).txt" }
    }

    /// What is copied at once.
    public struct Part: Sendable, Hashable {
        /// `Titre`; `nil` for a text that is one piece.
        public let label: String?
        public let text: String
        /// Of a screen that has so many; `nil` where lines may be as long as they are.
        public var columns: Int?

        public var count: Int { text.count }
    }

    public let channel: Channel
    public let parts: [Part]
    /// Signs that it may have, parts that have one label each their own; `nil` where nobody counts.
    public var limit: Int?
    /// Signs or screens beyond what it may have.
    public var excess = 0
    /// What who pastes it must know.
    public var remark: String?

    /// As a file of plain text: parts stand one below the other. It begins with the mark of UTF-8, without which a browser
    /// that is not told the encoding takes another one.
    public var file: [UInt8] {
        let texts = parts.map { part in channel == .mail && part.label == ChannelText.subject ? "\(ChannelText.subject) : \(part.text)" : part.text }
        return [0xEF, 0xBB, 0xBF] + "\(texts.joined(separator: "\n\n"))\n".utf8
    }

    static let subject = "Objet"
}
