import SiteModel

/// Conditions as LimeSurvey's « relevance »: `(CON1.NAOK == "A2" or CON1.NAOK == "A3")`.
/// Source: https://www.limesurvey.org/manual/Expression_Manager
enum SurveyCondition {
    /// What LimeSurvey calls the answer « autre » of a list.
    static let other = "-oth-"

    /// - Parameter question: the one that the condition cites; `nil` where there is none: no condition.
    static func written(_ condition: Question.Condition?, on question: Question?) -> String {
        guard let condition, let question else { return "1" }
        let terms = condition.answers.map { answer in
            if case .multiple = question.kind {
                return answer == Question.other
                    ? "!is_empty(\(question.code)_other.NAOK)" : "\(question.code)_\(answer).NAOK == \"Y\""
            }
            let name = condition.row.map { "\(question.code)_\($0)" } ?? question.code
            return "\(name).NAOK == \"\(answer == Question.other ? other : answer)\""
        }
        return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " or ")))"
    }

    enum Outcome: Equatable {
        case none
        case condition(Question.Condition)
        /// More than `questions.yml` can say.
        case unreadable
    }

    /// - Parameter earlier: the questions before the one that it stands on.
    static func read(_ relevance: String, after earlier: [Question]) -> Outcome {
        let text = unwrapped(SheetTable.trimmed(relevance))
        if text.isEmpty || text == "1" { return .none }
        let terms = text.replacing("||", with: " or ").replacing(" OR ", with: " or ").split(separator: " or ")
        var found: [Question.Condition] = []
        for term in terms {
            guard let condition = one(unwrapped(SheetTable.trimmed(String(term))), earlier) else { return .unreadable }
            found.append(condition)
        }
        guard let first = found.first, found.allSatisfy({ $0.question == first.question && $0.row == first.row }) else {
            return .unreadable
        }
        return .condition(.init(question: first.question, row: first.row, answers: found.flatMap(\.answers)))
    }

    private static func one(_ text: String, _ earlier: [Question]) -> Question.Condition? {
        if text.hasPrefix("!is_empty("), text.hasSuffix(")") {
            let name = String(text.dropFirst("!is_empty(".count).dropLast()).replacing(".NAOK", with: "")
            guard name.hasSuffix("_other"), let question = earlier.first(where: { $0.code + "_other" == name }), question.hasOther
            else { return nil }
            return .init(question: question.code, answers: [Question.other])
        }
        let sides = text.replacing("===", with: "==").split(separator: "==", omittingEmptySubsequences: false)
            .map { SheetTable.trimmed(String($0)) }
        guard sides.count == 2, let value = value(sides[1]) else { return nil }
        let name = sides[0].replacing(".NAOK", with: "").replacing(".value", with: "")
        if let question = earlier.first(where: { $0.code == name }) {
            let answer = value == other ? Question.other : value
            switch question.kind {
            case .list, .fivePoint: return question.answerCodes.contains(answer) ? .init(question: name, answers: [answer]) : nil
            default: return nil
            }
        }
        for question in earlier where name.hasPrefix(question.code + "_") {
            let part = String(name.dropFirst(question.code.count + 1))
            switch question.kind {
            case .multiple(let choices) where choices.contains { $0.code == part } && value == "Y":
                return .init(question: question.code, answers: [part])
            case .array(let rows, let scale) where rows.contains { $0.code == part } && scale.contains { $0.code == value }:
                return .init(question: question.code, row: part, answers: [value])
            default: continue
            }
        }
        return nil
    }

    /// What stands in quotes, or a number.
    private static func value(_ text: String) -> String? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard text.count >= 2, text.last == quote else { return nil }
            let inner = text.dropFirst().dropLast()
            return inner.contains(quote) ? nil : String(inner)
        }
        return Int(text).map(String.init)
    }

    /// Without parentheses that hold all of it.
    private static func unwrapped(_ text: String) -> String {
        var text = text
        while text.hasPrefix("("), text.hasSuffix(")") {
            var depth = 0
            for (place, letter) in text.enumerated() {
                depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
                if depth == 0, place < text.count - 1 { return text }
            }
            text = SheetTable.trimmed(String(text.dropFirst().dropLast()))
        }
        return text
    }
}
