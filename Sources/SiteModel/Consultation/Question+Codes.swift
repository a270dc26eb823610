extension Question {
    /// The codes that an answer to it is counted under, in the order shown; empty for what is not counted.
    /// Those of an array are the steps of its scale, for each row.
    public var answerCodes: [String] {
        let own: [String] =
            switch kind {
            case .list(let choices), .multiple(let choices), .text(let choices), .array(_, let choices):
                choices.map(\.code)
            case .fivePoint: ["1", "2", "3", "4", "5"]
            case .number(let range): range.bands.map(\.code)
            case .commune: []
            }
        return hasOther ? own + [Question.other] : own
    }

    /// Whether one person gives one code at most (for an array, one a row): counts then add up to the answers.
    public var isExclusive: Bool {
        switch kind {
        case .multiple, .text: false
        default: true
        }
    }
}
