/// The answers to one question, or to one row of an array: of the département, and by groups of an axis.
public struct ConsultationTable: Sendable, Hashable {
    public struct Group: Sendable, Hashable {
        /// As in `ConsultationResults.Participation.Row`.
        public let group: String
        public let label: String
        /// Those who answered the question.
        public let answered: ConsultationResults.Cell
        /// In the order of `codes`.
        public let cells: [ConsultationResults.Cell]

        public init(
            group: String, label: String, answered: ConsultationResults.Cell, cells: [ConsultationResults.Cell],
        ) {
            self.group = group
            self.label = label
            self.answered = answered
            self.cells = cells
        }
    }

    public struct Breakdown: Sendable, Hashable {
        public let axis: ConsultationResults.Axis
        public let groups: [Group]

        public init(axis: ConsultationResults.Axis, groups: [Group]) {
            self.axis = axis
            self.groups = groups
        }
    }

    public let question: String
    /// Row of an array; `nil` for other kinds.
    public let row: String?
    /// `Question.answerCodes`.
    public let codes: [String]
    /// Those who answered it, of the whole département.
    public let answered: ConsultationResults.Cell
    /// In the order of `codes`.
    public let cells: [ConsultationResults.Cell]
    public let breakdowns: [Breakdown]

    public init(
        question: String, row: String? = nil, codes: [String], answered: ConsultationResults.Cell,
        cells: [ConsultationResults.Cell], breakdowns: [Breakdown] = [],
    ) {
        self.question = question
        self.row = row
        self.codes = codes
        self.answered = answered
        self.cells = cells
        self.breakdowns = breakdowns
    }
}
