/// A commune's mayor, as the *Répertoire national des élus* names them: nothing else of a person is ever kept.
public struct Mayor: Sendable, Hashable {
    public let firstName: String
    /// In the register's own letters, capitals as a rule.
    public let surname: String
    /// First day of the mandate; `nil` where the register does not give it.
    public let since: CalendarDate?

    public init(firstName: String, surname: String, since: CalendarDate?) {
        self.firstName = firstName
        self.surname = surname
        self.since = since
    }
}
