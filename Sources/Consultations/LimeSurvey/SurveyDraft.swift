public import SiteModel

/// What a structure file of LimeSurvey says of a consultation, and what it says that `questions.yml` cannot.
public struct SurveyDraft: Sendable {
    /// Something of the file that is left out or to be completed, in French.
    public struct Remark: Sendable, Hashable {
        /// Line of the file, from 1.
        public let line: Int
        public let message: String
    }

    public internal(set) var title = ""
    public internal(set) var summary = ""
    public internal(set) var who = ""
    public internal(set) var opens: CalendarDate?
    public internal(set) var closes: CalendarDate?
    public internal(set) var isAnonymous = true
    public internal(set) var themes: [Consultation.Theme] = []
    public internal(set) var remarks: [Remark] = []
    /// Languages of the file that were not read.
    public internal(set) var otherLanguages: [String] = []
}
