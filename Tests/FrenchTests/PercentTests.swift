import French
import Testing

@Suite struct PercentTests {
    @Test(arguments: [(0, "0"), (5_000, "50"), (7_250, "72,5"), (7_205, "72,05"), (9_999, "99,99"), (10_000, "100")])
    func decimalsThatSayNothingAreLeftOut(_ hundredths: Int, _ text: String) {
        #expect(FrenchText.percent(hundredths: hundredths) == "\(text)\u{A0}%")
    }
}
