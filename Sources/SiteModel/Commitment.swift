/// « Vous avez dit, nous avons fait »: what was expected, what was decided, what became of it.
public struct Commitment: Sendable, Identifiable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case planned, ongoing, done, dropped
    }

    public let id: String
    /// `content/consultations/dcas-2026/commitments.yml`.
    public let file: String
    /// Folder of the consultation that it answers: `dcas-2026`.
    public let consultation: String
    public let expectation: String
    public let decision: String
    /// Who answers for it: a function, never a person.
    public let who: String
    /// Day by which it is to be done; `nil` where that no longer matters.
    public let due: CalendarDate?
    public let status: Status
    /// Day of that status.
    public let date: CalendarDate
    /// What was done.
    public let done: String?
    /// `nil` for the whole département.
    public let territory: Territory?
    /// Day on which the mayor agreed in writing that it names the commune; `nil` where nobody was asked.
    public let consent: CalendarDate?
    /// Whether hours on the public way are shown beside it.
    public let showsPresence: Bool
    /// The communes of `territory`; `nil` for all of them.
    public var communes: Set<INSEECode>?

    public init(
        id: String, file: String, consultation: String, expectation: String, decision: String, who: String, due: CalendarDate?,
        status: Status, date: CalendarDate, done: String?, territory: Territory?, consent: CalendarDate? = nil, showsPresence: Bool = false,
    ) {
        self.id = id
        self.file = file
        self.consultation = consultation
        self.expectation = expectation
        self.decision = decision
        self.who = who
        self.due = due
        self.status = status
        self.date = date
        self.done = done
        self.territory = territory
        self.consent = consent
        self.showsPresence = showsPresence
    }

    /// What it is called on the page of all commitments, where each consultation has its own.
    public var anchor: String { "\(consultation)-\(id)" }

    public func concerns(_ commune: Commune) -> Bool { communes?.contains(commune.code) ?? true }

    /// Whether its day is past and it is not done.
    public func isOverdue(on day: CalendarDate) -> Bool {
        guard let due, status == .planned || status == .ongoing else { return false }
        return due < day
    }
}
