/// What a question asks for as a whole number, and the bands in which it is counted.
public struct NumberRange: Sendable, Hashable {
    public struct Band: Sendable, Hashable {
        public let lowest: Int
        /// `nil` for the last band of a range without end.
        public let highest: Int?

        /// What stands for it among the codes of answers.
        public var code: String { "\(lowest)" }
    }

    public let lowest: Int
    /// `nil` without limit.
    public let highest: Int?
    /// The first number of each band, ascending; the first is `lowest`.
    public let starts: [Int]
    /// « habitants »; `nil` for a mere number.
    public let unit: String?

    public init(lowest: Int, highest: Int?, starts: [Int], unit: String?) {
        self.lowest = lowest
        self.highest = highest
        self.starts = starts
        self.unit = unit
    }

    public var bands: [Band] {
        starts.indices.map { index in
            Band(lowest: starts[index], highest: index + 1 < starts.count ? starts[index + 1] - 1 : highest)
        }
    }

    /// `nil` for a number outside the range.
    public func band(of number: Int) -> Band? {
        bands.first { $0.lowest <= number && number <= $0.highest ?? .max }
    }
}
