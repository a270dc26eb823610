import SiteModel

extension AnswerSheet {
    /// Answers by week of the survey; weeks with too few answers are joined with those that follow, the last ones with
    /// those before. `nil` where answers have no day, or too few of them have none.
    func curve(by rule: SecrecyRule) -> ConsultationResults.Curve? {
        let dated = answers.filter { $0.day != nil }
        let undated = answers.filter { $0.day == nil }
        guard !rule.isTooFew(Crowd(dated)), undated.isEmpty || !rule.isTooFew(Crowd(undated)) else { return nil }
        let weeks = Dictionary(grouping: dated) { weekStart(of: $0.day!) }
        var spans: [(start: CalendarDate, answers: [Answer])] = []
        for (start, answers) in weeks.sorted(by: { $0.key < $1.key }) {
            if let last = spans.indices.last, rule.isTooFew(Crowd(spans[last].answers)) {
                spans[last].answers += answers
            } else {
                spans.append((start, answers))
            }
        }
        if spans.count > 1, rule.isTooFew(Crowd(spans[spans.count - 1].answers)) {
            let last = spans.removeLast()
            spans[spans.count - 1].answers += last.answers
        }
        return ConsultationResults.Curve(
            step: .week, points: spans.map { .init(day: $0.start, answers: .count($0.answers.count)) })
    }

    private func weekStart(of day: CalendarDate) -> CalendarDate { day.adding(days: 1 - day.weekday) ?? day }
}
