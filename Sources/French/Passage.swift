/// A paragraph or an item of a list as sentences, for what is shortened by whole ones.
public struct Passage: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        case paragraph
        /// With its number in a list that has numbers.
        case item(Int?)
    }

    public struct Sentence: Sendable, Hashable {
        public let text: String
        /// Numbers for an emergency that it gives, as people read them.
        public let numbers: [String]
    }

    public let form: Form
    public let sentences: [Sentence]
    /// Whether it leads to other pages.
    public let hasLinks: Bool

    /// The step itself, without what explains it: its first sentence; of a question, what it is answered by as well.
    public var gist: [Sentence] {
        let questions = sentences.prefix { $0.text.hasSuffix("?") }.count
        return Array(sentences.prefix(questions + 1))
    }

    public var numbers: [String] { sentences.numbers }

    /// A number for an emergency within words that are to become a passage: its place must not be guessed afterwards,
    /// since « le 17 » is a day too.
    static func marked(_ words: String, number: String) -> String { "\(start)\(number)\(middle)\(words)\(end)" }

    // Of interlinear annotations: no text has them.
    private static let start = "\u{FFF9}"
    private static let middle = "\u{FFFA}"
    private static let end = "\u{FFFB}"

    init(marked text: String, form: Form = .paragraph, hasLinks: Bool = false) {
        self.form = form
        self.hasLinks = hasLinks
        sentences = Self.split(text).map { Self.read($0) }.filter { !$0.text.isEmpty }
    }

    /// One sentence that gives no number.
    public init(_ text: String) { self.init(marked: text) }

    /// Where a mark that ends a sentence, and what closes with it, stand before an ordinary space and what begins one. A
    /// no-break space does not part sentences: « M. Le Goff », « art. 5 ».
    private static func split(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isOver = false
        var place = text.startIndex
        while place < text.endIndex {
            let sign = text[place]
            let next = text.index(after: place)
            if ".!?…".contains(sign) {
                isOver = true
            } else if sign == " ", isOver, next < text.endIndex, Self.begins(text[next...]) {
                parts.append(text[start..<place])
                start = next
                isOver = false
            } else if !"»)\u{A0}\u{202F}\u{FFFB}".contains(sign) {
                isOver = false
            }
            place = next
        }
        parts.append(text[start...])
        return parts
    }

    private static func begins(_ rest: Substring) -> Bool {
        guard let first = rest.first else { return false }
        return first.isUppercase || first.isNumber || "«(\u{FFF9}".contains(first)
    }

    private static func read(_ marked: Substring) -> Sentence {
        var text = ""
        var number: String?
        var numbers: [String] = []
        for sign in marked.unicodeScalars {
            switch sign {
            case "\u{FFF9}": number = ""
            case "\u{FFFA}":
                if let known = number, !numbers.contains(known) { numbers.append(known) }
                number = nil
            case "\u{FFFB}": break
            default:
                if number == nil { text.unicodeScalars.append(sign) } else { number?.unicodeScalars.append(sign) }
            }
        }
        while text.last == " " { text.removeLast() }
        return Sentence(text: text, numbers: numbers)
    }
}

extension [Passage.Sentence] {
    public var words: String { map(\.text).joined(separator: " ") }
    public var numbers: [String] { flatMap(\.numbers) }
}
