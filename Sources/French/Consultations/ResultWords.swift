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

    public init(_ results: ConsultationResults, of consultation: Consultation) {
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
                groups: participation.rows.map { row in
                    (AnswerWords(Typography.apply(row.label), row.answers, of: row.invited), FrenchText.count(row.invited))
                })
        }
        curve = results.curve
        themes = consultation.themes.compactMap { theme in
            let questions = theme.questions.compactMap { QuestionWords($0, results) }
            return questions.isEmpty ? nil : Theme(title: theme.title, questions: questions)
        }
    }
}
