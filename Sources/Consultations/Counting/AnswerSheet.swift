public import SiteModel

/// All answers to a consultation, in memory: what counts are made from. It is written nowhere.
public struct AnswerSheet: Sendable {
    public let consultation: Consultation
    public var answers: [Answer]

    public init(consultation: Consultation, answers: [Answer]) {
        self.consultation = consultation
        self.answers = answers
    }
}

/// What one person answered. No token, address or free text gets here.
public struct Answer: Sendable, Hashable {
    public let way: ConsultationResults.Way
    /// `nil` where the survey does not ask.
    public let commune: INSEECode?
    /// On which it was given; `nil` where the survey does not date answers.
    public let day: CalendarDate?
    /// By the code of the question; questions without answer are absent.
    public internal(set) var values: [String: Value]

    public enum Value: Sendable, Hashable {
        /// A list, or five points (`1` to `5`).
        case choice(String)
        /// What is ticked; empty for someone who saw the question and ticked nothing.
        case choices(Set<String>)
        /// Step of the scale, by the code of the row; rows without answer are absent.
        case rows([String: String])
        case number(Int)
        /// Words were written: the themes given to them; `nil` as long as nobody read them.
        case words(themes: Set<String>?)
    }

    public init(
        way: ConsultationResults.Way, commune: INSEECode? = nil, day: CalendarDate? = nil, values: [String: Value],
    ) {
        self.way = way
        self.commune = commune
        self.day = day
        self.values = values
    }
}
