public import SiteModel

/// Raw counts of one question, or of one row of an array: what tests hold against an independent count. Nothing of them is
/// told before statistical secrecy has gone over it.
public struct AnswerTally: Sendable, Hashable {
    /// Those who answered; of free words, those whose words have been given themes.
    public private(set) var answered = 0
    /// By the codes of `Question.answerCodes`, in their order.
    public private(set) var counts: [Int]

    /// - Parameter row: of an array; `nil` for other kinds.
    public init(_ answers: some Sequence<Answer>, question: Question, row: String? = nil) {
        let table = CountedTable(question: question, row: row)
        let codes = table.codes
        counts = Array(repeating: 0, count: codes.count)
        for answer in answers {
            guard let given = table.codes(of: answer) else { continue }
            answered += 1
            for place in codes.indices where given.contains(codes[place]) { counts[place] += 1 }
        }
    }
}
