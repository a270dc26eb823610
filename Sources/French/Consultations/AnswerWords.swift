public import SiteModel

/// A count in words, for pages and prints alike: what is not told is not told anywhere.
public struct AnswerWords: Sendable, Hashable {
    /// What was answered, or by whom.
    public let label: String
    /// `43`, `n. d.`
    public let count: String
    /// `36 %`, `n. d.`
    public let share: String
    /// The share of the former wave, where the question was the same: `41 %`, `n. d.`
    public let former: String?
    /// What a bar shows, 0 to 100; `nil` where nothing may be drawn.
    public let percent: Int?

    init(
        _ label: String, _ cell: ConsultationResults.Cell, of whole: ConsultationResults.Cell, former: String? = nil,
    ) {
        self.label = label
        self.former = former
        count = FrenchText.count(cell)
        share = FrenchText.share(cell, of: whole)
        percent = cell.count.flatMap { count in
            whole.count.flatMap { all in all > 0 ? FrenchText.percent(count, of: all) : nil }
        }
    }

    public var isTold: Bool { count != FrenchText.notTold }
}

/// A row of an array or a group of an axis: its answers side by side.
public struct AnswerLine: Sendable, Hashable {
    public let label: String
    /// Those who answered.
    public let answered: String
    public let cells: [AnswerWords]

    init(_ label: String, _ answered: ConsultationResults.Cell, _ cells: [ConsultationResults.Cell], _ scale: [String]) {
        self.label = label
        self.answered = FrenchText.count(answered)
        self.cells = zip(scale, cells).map { AnswerWords($0, $1, of: answered) }
    }
}

/// What was answered to one question, in words.
public struct QuestionWords: Sendable, Hashable {
    public struct Breakdown: Sendable, Hashable {
        /// `Par arrondissement`, and the row of an array.
        public let title: String
        /// Those of which something is told.
        public let lines: [AnswerLine]
        /// How many groups nothing is told of but that they answered.
        public let untold: Int
    }

    public let question: Question
    /// `112 réponses`; `nil` for an array, whose rows have each their own.
    public let answered: String?
    /// The answers that can be given.
    public let scale: [String]
    /// Empty for an array.
    public let answers: [AnswerWords]
    /// Rows of an array.
    public let lines: [AnswerLine]
    public let breakdowns: [Breakdown]

    /// `nil` where nothing was counted.
    ///
    /// - Parameter former: the table of the former wave, where its question was the same.
    init?(
        _ question: Question, _ results: ConsultationResults, former: (ConsultationTable) -> ConsultationTable?,
    ) {
        let tables = results.tables.filter { $0.question == question.code }
        guard let first = tables.first else { return nil }
        self.question = question
        let labels = first.codes.map { FrenchText.answer($0, to: question) }
        scale = labels
        func row(_ table: ConsultationTable) -> String? {
            guard let code = table.row else { return nil }
            return question.rows.first { $0.code == code }?.label ?? code
        }
        let isArray = first.row != nil
        answered = isArray ? nil : first.answered.count.map { FrenchText.count($0, "réponse", "réponses") } ?? "nombre de réponses non diffusé"
        let wave = former(first)
        let shares = wave.map { wave in wave.cells.map { FrenchText.share($0, of: wave.answered) } }
        answers = isArray ? [] : labels.indices.map { place in
            AnswerWords(labels[place], first.cells[place], of: first.answered, former: shares?[place])
        }
        lines = isArray ? tables.map { AnswerLine(row($0) ?? "", $0.answered, $0.cells, labels) } : []
        breakdowns = tables.flatMap { table in
            table.breakdowns.compactMap { breakdown in
                let told = breakdown.groups.filter { $0.cells.contains { $0 != .hidden } }
                guard !told.isEmpty else { return nil }
                return Breakdown(
                    title: [FrenchText.name(of: breakdown.axis), row(table)].compactMap { $0 }.joined(separator: "\u{A0}: "),
                    lines: told.sorted { precedes($0, $1, on: breakdown.axis) }
                        .map { AnswerLine(Typography.apply($0.label), $0.answered, $0.cells, labels) },
                    untold: breakdown.groups.count - told.count)
            }
        }
    }
}

/// Territories stand as people sort names, classes of population as they are given.
private func precedes(_ left: ConsultationTable.Group, _ right: ConsultationTable.Group, on axis: ConsultationResults.Axis) -> Bool {
    axis != .size && FrenchText.collationKey(left.label).lexicographicallyPrecedes(FrenchText.collationKey(right.label))
}
