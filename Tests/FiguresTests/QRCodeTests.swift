import Testing

@testable import Figures

struct QRCodeTests {
    @Test func anAddressFitsASmallCode() throws {
        let code = try #require(QRCode("https://presents-pour-les-elus.exemple.fr/communes/74010-annecy/"))
        #expect(code.side == 37)
        #expect(code.extent == 45)
    }

    /// The three corners that readers look for: a row of seven dark modules opens the first and the second.
    @Test func theCornersStandBehindTheQuietZone() throws {
        let code = try #require(QRCode("https://exemple.fr/"))
        let rows = code.path.split(separator: "M")
        let first = try #require(rows.first)
        #expect(first.hasPrefix("4 4h7v1h-7zm") && first.hasSuffix("h7v1h-7z"))
        #expect(rows.contains { $0.hasPrefix("4 \(code.side - 3)h7v1h-7zm") })
    }

    @Test func otherAddressesGiveOtherCodesAndTheSameTheSame() {
        #expect(QRCode("https://exemple.fr/a/") != QRCode("https://exemple.fr/b/"))
        #expect(QRCode("https://exemple.fr/a/") == QRCode("https://exemple.fr/a/"))
    }

    @Test func whatNoCodeHoldsIsNone() {
        #expect(QRCode(String(repeating: "a", count: 3_000)) == nil)
    }
}
