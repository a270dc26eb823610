public import SiteModel

/// Counts of one question, or of one row of an array. They are raw: nothing of them is told before statistical secrecy has
/// gone over it.
public struct AnswerTally: Sendable, Hashable {
    /// Those who answered. Of free words: those whose words have been given themes.
    public private(set) var answered = 0
    /// By the codes of `Question.answerCodes`, in their order.
    public private(set) var counts: [Int]

    /// - Parameter row: of an array; `nil` for other kinds.
    public init(_ answers: some Sequence<Answer>, question: Question, row: String? = nil) {
        let codes = question.answerCodes
        counts = Array(repeating: 0, count: codes.count)
        let places = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for answer in answers {
            guard let value = answer.values[question.code], let given = Self.codes(of: value, question, row) else { continue }
            answered += 1
            for code in given { if let place = places[code] { counts[place] += 1 } }
        }
    }

    /// `nil` for who did not answer.
    private static func codes(of value: Answer.Value, _ question: Question, _ row: String?) -> Set<String>? {
        switch value {
        case .choice(let code): return [code]
        case .choices(let codes): return codes
        case .rows(let steps): return row.flatMap { steps[$0] }.map { [$0] }
        case .number(let number):
            guard case .number(let range) = question.kind else { return nil }
            return range.band(of: number).map { [$0.code] }
        case .words(let themes): return themes
        }
    }
}
