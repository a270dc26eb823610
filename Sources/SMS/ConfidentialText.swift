/// A text with blanks by which the gendarmerie warns élus: it says nothing of a fact until somebody fills it in, and filled in
/// it is kept nowhere. Its file stands in a private folder, apart from the project.
public struct ConfidentialText: Sendable, Hashable {
    public struct Blank: Sendable, Hashable {
        /// `secteur`
        public let name: String
        /// Septets of the GSM alphabet that what is written there takes at most.
        public let most: Int
    }

    public enum Piece: Sendable, Hashable {
        case words(String)
        case blank(Blank)
    }

    /// Of its file, without its extension: `cambriolages`.
    public let name: String
    /// What has happened: `Cambriolages en série`.
    public let situation: String
    /// Whom it is for: `les maires du secteur`; empty where the file does not say.
    public let audience: String
    public let pieces: [Piece]

    /// Each once, in the order in which they stand: a name that comes twice is asked for once.
    public var blanks: [Blank] {
        var seen: Set<String> = []
        return pieces.compactMap { piece in
            if case .blank(let blank) = piece, seen.insert(blank.name).inserted { blank } else { nil }
        }
    }

    /// As it is sent where every blank takes the most: what is announced of it holds for all that is written there in the
    /// GSM alphabet.
    public var longest: SMSText { filled { String(repeating: "n", count: $0.most) } }

    /// As it is sent.
    public func filled(_ value: (Blank) -> String) -> SMSText {
        SMSText(
            pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .blank(let blank): value(blank)
                }
            }.joined())
    }
}
