/// What `results.yml` holds: counts that statistical secrecy has gone over, the only thing that is kept of answers.
public struct ConsultationResults: Sendable, Hashable {
    /// A count, or that it is not told. Shares derive from counts: they are hidden with them.
    public enum Cell: Sendable, Hashable {
        case count(Int)
        case hidden

        public var count: Int? { if case .count(let count) = self { count } else { nil } }
    }

    /// What participation and answers are told by.
    public enum Axis: String, Sendable, Hashable, CaseIterable {
        case arrondissement
        /// Territory of a brigade.
        case brigade
        /// Class of population of the commune.
        case size
    }

    /// How answers came.
    public enum Way: String, Sendable, Hashable, CaseIterable {
        /// LimeSurvey.
        case web
        /// Démarches simplifiées.
        case dossier
        case paper
    }

    public struct Participation: Sendable, Hashable {
        public struct Row: Sendable, Hashable {
            /// Code of the arrondissement, identifier of the brigade, code of the class.
            public let group: String
            public let label: String
            public let answers: Cell
            /// Communes asked.
            public let invited: Cell

            public init(group: String, label: String, answers: Cell, invited: Cell) {
                self.group = group
                self.label = label
                self.answers = answers
                self.invited = invited
            }
        }

        public let axis: Axis
        public let rows: [Row]

        public init(axis: Axis, rows: [Row]) {
            self.axis = axis
            self.rows = rows
        }
    }

    /// Answers over the time of the survey.
    public struct Curve: Sendable, Hashable {
        public enum Step: String, Sendable, Hashable, CaseIterable {
            case day, week
        }

        public struct Point: Sendable, Hashable {
            /// First day of the step.
            public let day: CalendarDate
            public let answers: Cell

            public init(day: CalendarDate, answers: Cell) {
                self.day = day
                self.answers = answers
            }
        }

        public let step: Step
        public let points: [Point]

        public init(step: Step, points: [Point]) {
            self.step = step
            self.points = points
        }
    }

    /// Day of the count.
    public let counted: CalendarDate
    /// Answers kept, of the whole département.
    public let answers: Int
    /// Communes asked; `nil` where that is not known.
    public let invited: Int?
    public let minimum: Consultation.Minimum
    /// By how they came; those that nobody used are left out.
    public let ways: [Way: Cell]
    public let participation: [Participation]
    public let curve: Curve?
    public let tables: [ConsultationTable]

    public init(
        counted: CalendarDate, answers: Int, invited: Int?, minimum: Consultation.Minimum, ways: [Way: Cell] = [:],
        participation: [Participation] = [], curve: Curve? = nil, tables: [ConsultationTable],
    ) {
        self.counted = counted
        self.answers = answers
        self.invited = invited
        self.minimum = minimum
        self.ways = ways
        self.participation = participation
        self.curve = curve
        self.tables = tables
    }
}
