public import SiteModel

/// What a reading of answers found: numbers of answers, and nothing of what they say.
public struct AnswerReport: Sendable, Hashable {
    public struct File: Sendable, Hashable {
        public let name: String
        public let way: ConsultationResults.Way
        /// Rows of answers, those that were not finished among them.
        public let rows: Int
        public let unfinished: Int
    }

    public let isAnonymous: Bool
    public internal(set) var files: [File] = []
    /// Answers left out because the same commune or the same invitation gave a later one.
    public internal(set) var doubles = 0
    /// Answers that nothing would tell from a double.
    public internal(set) var withoutKey = 0
    /// Answers that count, by how they came.
    public internal(set) var kept: [ConsultationResults.Way: Int] = [:]
    /// By question: words that nobody has given themes yet.
    public internal(set) var waiting: [String: Int] = [:]

    /// By question: answers left out because an earlier answer said that it does not arise.
    public internal(set) var notAsked: [String: Int] = [:]

    init(isAnonymous: Bool) { self.isAnonymous = isAnonymous }

    mutating func finish(_ answers: [Answer]) {
        for answer in answers {
            kept[answer.way, default: 0] += 1
            for (question, value) in answer.values where value == .words(themes: nil) { waiting[question, default: 0] += 1 }
        }
    }
}
