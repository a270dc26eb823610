/// `content/accessibility.yml`: what an audit against the RGAA found, for the declaration that the law asks for.
///
/// Source: décret n° 2019-768 du 24 juillet 2019, RGAA 4.1.2.
public struct AccessibilityAudit: Sendable, Hashable {
    /// What may be said of a site.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Less than half of the criteria, or no valid audit.
        case none
        /// At least half of the criteria.
        case partial
        /// All criteria.
        case full

        /// What a rate, in hundredths of a per cent, lets be said.
        public init(rate: Int) {
            self = rate >= 10_000 ? .full : rate >= 5_000 ? .partial : .none
        }
    }

    public struct TestedPage: Sendable, Hashable {
        public let title: String
        /// Where the audit found it: `/communes/`.
        public let route: Route

        public init(title: String, route: Route) {
            self.title = title
            self.route = route
        }
    }

    /// Years for which an audit holds.
    public static let validYears = 3

    public let state: State
    /// Criteria met among those that apply, in hundredths of a per cent: 7 250 for 72,5 %.
    public let rate: Int
    /// Day of the audit.
    public let date: CalendarDate
    /// Who made it: a body or a function.
    public let auditor: String
    public var pages: [TestedPage] = []
    public var tools: [String] = []
    /// Browsers and assistive technologies that it was made with.
    public var environments: [String] = []
    /// What is not accessible and ought to be.
    public var nonconformities: [String] = []
    /// What is not made accessible because that would cost out of proportion, each with its reason.
    public var derogations: [String] = []
    /// What the law does not ask for.
    public var exemptions: [String] = []
    /// Where `date` stands: bytes of the file.
    public var datePlace: Range<Int>?

    public init(state: State, rate: Int, date: CalendarDate, auditor: String) {
        self.state = state
        self.rate = rate
        self.date = date
        self.auditor = auditor
    }

    /// The first day on which it no longer holds.
    public var end: CalendarDate? {
        // A 29 February ends with the 1 March.
        CalendarDate(year: date.year + Self.validYears, month: date.month, day: date.day)
            ?? CalendarDate(year: date.year + Self.validYears, month: date.month + 1, day: 1)
    }

    public func isValid(on day: CalendarDate) -> Bool { end.map { day < $0 } ?? false }
}

extension Site {
    /// What may be said today: without a valid audit, that the site does not conform.
    public var accessibilityState: AccessibilityAudit.State {
        guard let audit = accessibility, audit.isValid(on: today) else { return .none }
        return audit.state
    }
}
