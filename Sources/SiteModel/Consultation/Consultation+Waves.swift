extension Consultation {
    /// Codes of the questions that a former wave asked in the same way: their results are compared.
    public func sameQuestions(as former: Consultation) -> Set<String> {
        Set(questions.filter { question in former.questions.contains { $0.asksTheSame(as: question) } }.map(\.code))
    }

    /// Codes of the questions that a former wave asked in another way, in their order: nothing could be compared.
    public func changedQuestions(since former: Consultation) -> [String] {
        questions.filter { question in
            former.questions.contains { $0.code == question.code && !$0.asksTheSame(as: question) }
        }.map(\.code)
    }
}

extension Question {
    /// Whether answers to both count the same thing: the same words, answers and people.
    fileprivate func asksTheSame(as other: Question) -> Bool {
        code == other.code && text == other.text && kind == other.kind && hasOther == other.hasOther && condition == other.condition
    }
}

extension Site {
    /// What the former wave answered to the same question; `nil` where it did not ask it so, or has no results.
    public func formerTable(of table: ConsultationTable, in consultation: Consultation) -> ConsultationTable? {
        guard let former = consultations.first(where: { $0.slug == consultation.previous }), former.status == .published,
            let results = consultationResults[former.slug], consultation.sameQuestions(as: former).contains(table.question)
        else { return nil }
        return results.tables.first { $0.question == table.question && $0.row == table.row && $0.codes == table.codes }
    }
}
