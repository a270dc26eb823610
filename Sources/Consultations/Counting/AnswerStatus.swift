public import SiteModel

/// How a consultation stands, for those who hold it, before anything is published: read from answers in memory, told on a
/// terminal and written nowhere.
public struct AnswerStatus: Sendable {
    /// Communes of a territory, and those of which nothing came yet.
    public struct Territory: Sendable, Hashable {
        public let label: String
        public let asked: Int
        public let silent: Int
    }

    /// A question that some of those who saw it left without an answer.
    public struct Skipped: Sendable, Hashable {
        public let question: Question
        public let asked: Int
        public let left: Int
    }

    /// What would be published at a minimum.
    public struct Outlook: Sendable, Hashable {
        public let minimum: Consultation.Minimum
        /// Counts of the whole département, and those of them that are hidden.
        public let counts: Int
        public let hidden: Int
        /// The same by territory and size class.
        public let groupCounts: Int
        public let groupHidden: Int
        /// `false` where there are too few answers for anything.
        public let isAnything: Bool
    }

    /// By arrondissement, then by brigade: those with most silent communes first.
    public let territories: [(axis: ConsultationResults.Axis, territories: [Territory])]
    /// Most often skipped first.
    public let skipped: [Skipped]

    /// Minimums that are tried beside the consultation's own.
    private static let tried = [(3, 2), (5, 3), (8, 4), (10, 5)].map(Consultation.Minimum.init)

    public init(_ sheet: AnswerSheet, communes: [AskedCommune]) {
        let answered = Set(sheet.answers.compactMap(\.commune))
        territories = [(.arrondissement, \AskedCommune.arrondissement), (.brigade, \.brigade)].compactMap { axis, key in
            let found = Self.territories(communes, answered, by: key)
            return answered.isEmpty || found.isEmpty ? nil : (axis, found)
        }
        skipped = sheet.consultation.questions.filter(\.isCounted).compactMap { Self.skipped($0, sheet) }
            .sorted { ($0.left * $1.asked, $1.question.code) > ($1.left * $0.asked, $0.question.code) }
    }

    /// What would be hidden at several minimums, that of the consultation among them. Each is worked out as a count is, which
    /// takes a minute or two for a département.
    public static func outlooks(_ sheet: AnswerSheet, communes: [AskedCommune], on day: CalendarDate) -> [Outlook] {
        let others = tried.filter { $0 != sheet.consultation.minimum }
        return ([sheet.consultation.minimum] + others).map { outlook($0, sheet, communes, day) }
            .sorted { ($0.minimum.answers, $0.minimum.communes) < ($1.minimum.answers, $1.minimum.communes) }
    }

    private static func territories(
        _ communes: [AskedCommune], _ answered: Set<INSEECode>, by key: KeyPath<AskedCommune, AskedCommune.Group?>,
    ) -> [Territory] {
        let groups = Dictionary(grouping: communes.filter { $0[keyPath: key] != nil }, by: { $0[keyPath: key] })
        return groups.compactMap { group, members in
            group.map { Territory(label: $0.label, asked: members.count, silent: members.count { !answered.contains($0.code) }) }
        }.sorted { ($0.silent, $1.label) > ($1.silent, $0.label) }
    }

    private static func skipped(_ question: Question, _ sheet: AnswerSheet) -> Skipped? {
        let asked = sheet.answers.filter { question.isAsked(of: $0) }
        let left = asked.count { $0.values[question.code]?.isEmpty ?? true }
        return left > 0 ? Skipped(question: question, asked: asked.count, left: left) : nil
    }

    private static func outlook(
        _ minimum: Consultation.Minimum, _ sheet: AnswerSheet, _ communes: [AskedCommune], _ day: CalendarDate,
    ) -> Outlook {
        var consultation = sheet.consultation
        consultation.minimum = minimum
        let trial = AnswerSheet(consultation: consultation, answers: sheet.answers)
        guard let results = try? trial.results(counted: day, communes: communes) else {
            return Outlook(minimum: minimum, counts: 0, hidden: 0, groupCounts: 0, groupHidden: 0, isAnything: false)
        }
        let cells = results.tables.flatMap(\.cells)
        let groups = results.tables.flatMap { $0.breakdowns.flatMap { $0.groups.flatMap(\.cells) } }
        return Outlook(
            minimum: minimum, counts: cells.count, hidden: cells.count { $0 == .hidden }, groupCounts: groups.count,
            groupHidden: groups.count { $0 == .hidden }, isAnything: true)
    }
}

extension Question {
    /// Whether an answer's other values lead to it.
    fileprivate func isAsked(of answer: Answer) -> Bool {
        guard let condition else { return true }
        switch answer.values[condition.question] {
        case .choice(let code): return condition.answers.contains(code)
        case .choices(let codes): return condition.answers.contains { codes.contains($0) }
        case .rows(let steps): return condition.row.flatMap { steps[$0] }.map(condition.answers.contains) ?? false
        case .number(let number): return condition.answers.contains("\(number)")
        case .words, nil: return false
        }
    }
}

extension Answer.Value {
    /// Whether nothing was said: boxes none of which is ticked, rows none of which is answered.
    fileprivate var isEmpty: Bool {
        switch self {
        case .choices(let codes): codes.isEmpty
        case .rows(let steps): steps.isEmpty
        case .choice, .number, .words: false
        }
    }
}
