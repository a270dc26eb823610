import Testing

@testable import Figures

@Suite struct DrawnCodesTests {
    @Test func whatWasDrawnIsKept() {
        let codes = DrawnCodes()
        let address = "https://exemple.fr/communes/74010-annecy/"
        #expect(codes.drawn(address) == nil)
        #expect(codes.draw(address) == QRCode(address))
        #expect(codes.drawn(address) == QRCode(address))
        #expect(codes.drawn("https://exemple.fr/") == nil)
    }

    @Test func whatNoCodeHoldsIsNotDrawn() {
        #expect(DrawnCodes().draw(String(repeating: "a", count: 3_000)) == nil)
    }
}
