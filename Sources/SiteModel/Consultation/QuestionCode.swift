/// Which codes LimeSurvey accepts, so that a survey made from `questions.yml` comes back with the same ones.
/// Source: https://www.limesurvey.org/manual/Questions_-_introduction
public enum QuestionCode {
    /// Longest code of an answer.
    public static let answerLength = 5
    /// Longest code of a question, of a row, of something to tick.
    public static let questionLength = 20

    /// What is put after the code of a question of free words for the hidden question that holds their themes.
    public static let themesSuffix = "themes"

    /// Names of LimeSurvey's own columns, and words of its conditions.
    private static let reserved: Set<String> = [
        "id", "token", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl",
        "interviewtime", "self", "that", "this", "sid", "gid", "qid", "lang",
    ]

    /// Letters and digits without accents, a letter first.
    public static func isQuestion(_ code: String) -> Bool {
        guard let first = code.utf8.first, isLetter(first) else { return false }
        return code.utf8.count <= questionLength && code.utf8.allSatisfy(isLetterOrDigit)
    }

    public static func isReserved(_ code: String) -> Bool { reserved.contains(code.lowercased()) }

    /// - Parameter length: `answerLength` for what stands in a list or a scale, `questionLength` for rows and ticks.
    public static func isAnswer(_ code: String, length: Int) -> Bool {
        (1...length).contains(code.utf8.count) && code.utf8.allSatisfy(isLetterOrDigit)
            && code.lowercased() != Question.other
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
