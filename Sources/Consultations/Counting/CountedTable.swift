import SiteModel

/// One question, or one row of an array, that is counted.
struct CountedTable: Sendable {
    let question: Question
    /// Row of an array; `nil` for other kinds.
    let row: String?

    var codes: [String] { question.answerCodes }

    static func tables(of consultation: Consultation) -> [CountedTable] {
        consultation.questions.flatMap { question in
            switch question.kind {
            case .commune: [CountedTable]()
            case .array(let rows, _): rows.map { CountedTable(question: question, row: $0.code) }
            default: [CountedTable(question: question, row: nil)]
            }
        }
    }

    /// The codes that an answer counts under; `nil` where it does not answer the question.
    func codes(of answer: Answer) -> Set<String>? {
        switch (answer.values[question.code], question.kind) {
        case (.choice(let code), _): [code]
        case (.choices(let codes), _): codes
        case (.rows(let steps), _): row.flatMap { steps[$0] }.map { [$0] }
        case (.number(let number), .number(let range)): range.band(of: number).map { [$0.code] }
        case (.words(let themes), _): themes
        default: nil
        }
    }

    /// Whether everybody knows that nobody could leave it out.
    func leavesNobodyOut(_ answers: [Answer]) -> Bool {
        question.isMandatory && question.condition == nil && answers.allSatisfy { codes(of: $0) != nil }
    }

    /// Tables whose questions depend on each other: what is published of one bounds the others.
    static func linked(_ tables: [CountedTable]) -> [[CountedTable]] {
        var clusters: [[CountedTable]] = []
        for table in tables {
            let asked = table.question.condition?.question
            let near = clusters.indices.filter { index in
                clusters[index].contains { other in
                    other.question.code == asked || (asked != nil && other.question.code == table.question.code)
                }
            }
            guard let first = near.first else {
                clusters.append([table])
                continue
            }
            for index in near.dropFirst().reversed() { clusters[first] += clusters.remove(at: index) }
            clusters[first].append(table)
        }
        return clusters
    }
}
