/// How many for 1,000 inhabitants or dwellings: a fraction, so that it rounds the same everywhere.
public struct FigureRate: Sendable, Hashable {
    public let count: Int
    /// At least 1.
    public let denominator: Int

    /// `nil` where there is nothing to relate the count to.
    public init?(count: Int, denominator: Int?) {
        guard let denominator, denominator > 0, count >= 0 else { return nil }
        self.count = count
        self.denominator = denominator
    }

    /// Rounded half up: `tenths` of 14 is 1.4 for 1,000.
    public var tenths: Int { (count * 20_000 + denominator) / (2 * denominator) }

    /// Rounded half up; for rates too small for tenths.
    public var hundredths: Int { (count * 200_000 + denominator) / (2 * denominator) }
}
