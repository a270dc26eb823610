/// One question of a consultation; kinds are those of LimeSurvey.
public struct Question: Sendable, Hashable, Identifiable {
    /// An answer to tick, a row of an array, a step of its scale, a theme of free texts.
    public struct Choice: Sendable, Hashable {
        public let code: String
        public let label: String

        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    public enum Kind: Sendable, Hashable {
        /// One answer of several. LimeSurvey `L`.
        case list([Choice])
        /// Any number of them. LimeSurvey `M`.
        case multiple([Choice])
        /// 1 to 5, whose codes are `1` to `5`. LimeSurvey `5`.
        case fivePoint
        /// The same scale for each row. LimeSurvey `F`.
        case array(rows: [Choice], scale: [Choice])
        /// A whole number. LimeSurvey `N`.
        case number(NumberRange)
        /// Free words, which are never published: they are read and given `themes`, which are counted. LimeSurvey `T`.
        case text(themes: [Choice])
        /// The INSEE code of who answers: it places the answer in a territory and is never counted. LimeSurvey `S`.
        case commune
    }

    /// Asked only of those who gave one of these answers.
    public struct Condition: Sendable, Hashable {
        /// Code of an earlier question.
        public let question: String
        /// Row of an array; `nil` for other kinds.
        public let row: String?
        /// Any of these codes.
        public let answers: [String]

        public init(question: String, row: String? = nil, answers: [String]) {
            self.question = question
            self.row = row
            self.answers = answers
        }
    }

    /// The code of an answer that is not in the list.
    public static let other = "other"

    /// Letters and digits, a letter first, 20 at most, as LimeSurvey allows.
    public let code: String
    public let text: String
    public let help: String?
    public let kind: Kind
    /// Whether lists end with « autre »: counted as `Question.other`, its words never told.
    public let hasOther: Bool
    public let isMandatory: Bool
    public let condition: Condition?

    public var id: String { code }

    public init(
        code: String, text: String, help: String? = nil, kind: Kind, hasOther: Bool = false, isMandatory: Bool = false,
        condition: Condition? = nil,
    ) {
        self.code = code
        self.text = text
        self.help = help
        self.kind = kind
        self.hasOther = hasOther
        self.isMandatory = isMandatory
        self.condition = condition
    }
}
