/// One indicator of one place, year after year.
public struct FigureSeries: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
        public let year: Int
        public let value: FigureValue
        /// Inhabitants or dwellings to which the source relates that year's count.
        public let denominator: Int?

        public init(year: Int, value: FigureValue, denominator: Int?) {
            self.year = year
            self.value = value
            self.denominator = denominator
        }

        /// Recomputed from the count; `nil` where no count may be told.
        public var rate: FigureRate? { value.number.flatMap { FigureRate(count: $0, denominator: denominator) } }
    }

    public let indicator: Indicator
    /// In order of years, without gaps.
    public let points: [Point]

    public init(indicator: Indicator, points: [Point]) {
        self.indicator = indicator
        self.points = points
    }

    /// Whether any year has a number.
    public var hasNumbers: Bool { points.contains { $0.value.number != nil } }
}
