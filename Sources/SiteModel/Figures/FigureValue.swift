/// What a statistic says of one place, one indicator and one year. Only `number` holds a number: what is kept secret
/// cannot print as one.
public enum FigureValue: Sendable, Hashable {
    /// Zero is one: nothing was recorded.
    case number(Int)
    /// Kept secret by the producer (*non diffusé*): something was counted, and too little to be told.
    case notPublished
    /// Published, and not shown here by a policy of the site.
    case withheld
    /// The source says nothing.
    case absent

    public var number: Int? {
        if case .number(let value) = self { value } else { nil }
    }
}
