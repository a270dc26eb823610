/// What élus are asked, as `content/consultations/<slug>/questions.yml` says.
public struct Consultation: Sendable, Hashable, Identifiable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case announced, open, closed, published
    }

    /// Which communes are invited: what shares of participation are shares of.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Those for which the gendarmerie answers.
        case gendarmerie
        case all
    }

    /// The smallest group that anything is told of.
    public struct Minimum: Sendable, Hashable {
        public let answers: Int
        public let communes: Int

        public static let usual = Minimum(answers: 5, communes: 3)

        public init(answers: Int, communes: Int) {
            self.answers = answers
            self.communes = communes
        }
    }

    public struct Theme: Sendable, Hashable {
        public let title: String
        public let questions: [Question]

        public init(title: String, questions: [Question]) {
            self.title = title
            self.questions = questions
        }
    }

    /// What the letter to each mayor says of its own.
    public struct Invitation: Sendable, Hashable {
        /// Between the greeting and what all letters say: dates, ways to answer, secrecy.
        public let paragraphs: [String]
        /// Who signs: a function.
        public let signature: String

        public init(paragraphs: [String], signature: String) {
            self.paragraphs = paragraphs
            self.signature = signature
        }
    }

    /// Whether it is part of the site only for a trial.
    public var isDraft = false
    /// Name of its folder.
    public let slug: String
    /// `content/consultations/dcas-2026/questions.yml`.
    public let file: String
    public let title: String
    public let summary: String
    /// Who is asked, in words: « les maires des communes en zone gendarmerie ».
    public let who: String
    public let scope: Scope
    /// First and last day on which it is answered.
    public let opens: CalendarDate
    public let closes: CalendarDate
    public let status: Status
    /// Address of the survey; `nil` as long as there is none.
    public let survey: String?
    public let contact: ConsultationContact
    /// `nil` where nothing was written: the letter then says what the page says.
    public let invitation: Invitation?
    /// Whether nothing tells who answered: double answers cannot be found then.
    public let isAnonymous: Bool
    public var minimum: Minimum
    /// Slug of the former wave, whose questions of the same code are compared.
    public let previous: String?
    public let themes: [Theme]

    public var id: String { slug }

    /// Of all themes, in their order.
    public var questions: [Question] { themes.flatMap(\.questions) }

    public init(
        slug: String, file: String, title: String, summary: String, who: String, scope: Scope = .gendarmerie,
        opens: CalendarDate, closes: CalendarDate, status: Status, survey: String? = nil, contact: ConsultationContact,
        invitation: Invitation? = nil, isAnonymous: Bool, minimum: Minimum = .usual, previous: String? = nil, themes: [Theme],
    ) {
        self.slug = slug
        self.file = file
        self.title = title
        self.summary = summary
        self.who = who
        self.scope = scope
        self.opens = opens
        self.closes = closes
        self.status = status
        self.survey = survey
        self.contact = contact
        self.invitation = invitation
        self.isAnonymous = isAnonymous
        self.minimum = minimum
        self.previous = previous
        self.themes = themes
    }
}
