/// One fault, said once, for a person: what is wrong, where, and what to do about it. In French.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The build stops before publishing (exit status 1).
        case error
        /// The build goes on; `--strict` makes it an error.
        case warning
        /// For information.
        case note
    }

    /// Another place that explains the fault (the second of two that conflict).
    public struct Note: Hashable, Sendable {
        public let message: String
        public let location: SourceLocation?

        public init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    public var severity: Severity
    public let id: DiagnosticID
    public let location: SourceLocation?
    /// What is wrong: one sentence, without final stop.
    public let message: String
    /// What to do: one sentence, without final stop.
    public let advice: String?
    public let notes: [Note]

    public init(
        _ severity: Severity, _ id: DiagnosticID, at location: SourceLocation? = nil,
        _ message: String, advice: String? = nil, notes: [Note] = [],
    ) {
        self.severity = severity
        self.id = id
        self.location = location
        self.message = message
        self.advice = advice
        self.notes = notes
    }

    public static func error(
        _ id: DiagnosticID, at location: SourceLocation? = nil, _ message: String,
        advice: String? = nil, notes: [Note] = [],
    ) -> Diagnostic {
        Diagnostic(.error, id, at: location, message, advice: advice, notes: notes)
    }

    public static func warning(
        _ id: DiagnosticID, at location: SourceLocation? = nil, _ message: String,
        advice: String? = nil, notes: [Note] = [],
    ) -> Diagnostic {
        Diagnostic(.warning, id, at: location, message, advice: advice, notes: notes)
    }
}
