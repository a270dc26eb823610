public import SiteModel

/// What was counted of a consultation, in words, for its page, its report and its summary.
public struct ResultWords: Sendable {
    public struct Theme: Sendable {
        public let title: String
        public let questions: [QuestionWords]
    }

    public struct Participation: Sendable {
        public let axis: ConsultationResults.Axis
        public let title: String
        /// Answers of the communes that were asked, group by group.
        public let groups: [(words: AnswerWords, invited: String)]
    }

    public let counted: CalendarDate
    /// `118 réponses`
    public let answers: String
    /// `267 communes invitées`; `nil` where that is not known.
    public let invited: String?
    /// `44 %`
    public let share: String?
    /// How they came, and how many: told where there is more than one way.
    public let ways: [(name: String, count: String)]
    public let participation: [Participation]
    public let curve: ConsultationResults.Curve?
    public let themes: [Theme]
    /// Title of the former wave, where an answer is compared with it.
    public let former: String?

    /// - Parameter site: holds the former wave.
    public init(_ results: ConsultationResults, of consultation: Consultation, in site: Site) {
        counted = results.counted
        answers = FrenchText.count(results.answers, "réponse", "réponses")
        invited = results.invited.map { FrenchText.count($0, "commune invitée", "communes invitées") }
        share = results.invited.map { "\(FrenchText.percent(results.answers, of: $0))\u{A0}%" }
        let ways = ConsultationResults.Way.allCases.compactMap { way in
            results.ways[way].map { (FrenchText.name(of: way), FrenchText.count($0)) }
        }
        self.ways = ways.count > 1 ? ways : []
        participation = results.participation.map { participation in
            Participation(
                axis: participation.axis, title: FrenchText.name(of: participation.axis),
                groups: Self.sorted(participation).map { row in
                    (AnswerWords(Typography.apply(row.label), row.answers, of: row.invited), FrenchText.count(row.invited))
                })
        }
        curve = results.curve
        themes = consultation.themes.compactMap { theme in
            let questions = theme.questions.compactMap { question in
                QuestionWords(question, results) { site.formerTable(of: $0, in: consultation) }
            }
            return questions.isEmpty ? nil : Theme(title: theme.title, questions: questions)
        }
        let isCompared = themes.contains { $0.questions.contains { $0.answers.contains { $0.former != nil } } }
        former = isCompared ? site.consultations.first { $0.slug == consultation.previous }?.title : nil
    }

    /// Territories as people sort names, classes of population as they are given.
    private static func sorted(_ participation: ConsultationResults.Participation) -> [ConsultationResults.Participation.Row] {
        guard participation.axis != .size else { return participation.rows }
        return participation.rows.map { ($0, FrenchText.collationKey($0.label)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }
}
