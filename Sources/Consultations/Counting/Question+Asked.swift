import SiteModel

extension Question.Condition {
    /// Whether somebody who gave these answers was asked what depends on it.
    func holds(_ values: [String: Answer.Value]) -> Bool {
        switch values[question] {
        case .choice(let code): answers.contains(code)
        case .choices(let codes): answers.contains(where: codes.contains)
        case .rows(let steps): row.flatMap { steps[$0] }.map(answers.contains) ?? false
        case .number, .words, nil: false
        }
    }
}

extension Consultation {
    /// Answers to questions that were asked: LimeSurvey empties the others, on paper people answer them all the same.
    /// - Returns: also the codes of the questions whose answers are left out.
    func asked(_ values: [String: Answer.Value]) -> (values: [String: Answer.Value], leftOut: [String]) {
        var kept = values
        var leftOut: [String] = []
        // In their order: what depends on an answer that is left out is left out too.
        for question in questions {
            guard let condition = question.condition, kept[question.code] != nil, !condition.holds(kept) else { continue }
            kept[question.code] = nil
            leftOut.append(question.code)
        }
        return (kept, leftOut)
    }
}
