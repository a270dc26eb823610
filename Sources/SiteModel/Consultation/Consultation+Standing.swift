extension Consultation {
    /// Where it stands on a day: its dates go before what its file says, so that nobody is sent to a survey that has closed.
    public func standing(on day: CalendarDate) -> Status {
        switch status {
        case .published, .closed: status
        case .announced, .open: day < opens ? .announced : day > closes ? .closed : .open
        }
    }
}

extension Question {
    /// Whether its answers are counted: who answers is not an answer.
    public var isCounted: Bool { kind != .commune }

    /// Rows of an array; empty for other kinds.
    public var rows: [Choice] { if case .array(let rows, _) = kind { rows } else { [] } }

    /// Whether free words are asked for.
    public var isWords: Bool { if case .text = kind { true } else { false } }
}
