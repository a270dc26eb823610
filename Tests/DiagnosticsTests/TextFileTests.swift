import Testing

@testable import Diagnostics

@Suite struct TextFileTests {
    private static func fault(_ text: String) -> Diagnostic? { TextFile.fault(in: Array(text.utf8), file: "a.md") }

    /// Every scalar of these blocks alone among others, at every place of a word of eight bytes.
    @Test(arguments: [1...0x8FF, 0x1F80...0x20FF, 0xCF80...0xD7FF, 0xE000...0xE03F, 0xFE80...0x1007F] as [ClosedRange<UInt32>])
    func exactlyTheHiddenSignsAreRefused(block: ClosedRange<UInt32>) {
        var wrong: [String] = []
        for value in block {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let before = String(repeating: "a", count: Int(value % 8))
            let fault = Self.fault("\(before)\(Character(scalar))bcdefghijk\n")
            let isRight = HiddenSign.isHidden(scalar)
                ? fault?.id == .signHidden && fault?.location?.offset == before.utf8.count : fault == nil
            if !isRight { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(10))")
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{1B}", "\u{85}", "\u{7F}", "\u{FFFE}"])
    func recordsOfOthersMayHoldThem(sign: String) {
        #expect(TextFile.recordsFault(in: Array("a\(sign)b".utf8), file: "a.json") == nil)
        #expect(Self.fault("é\(sign)b")?.location?.offset == 2)
    }

    @Test(arguments: ["Élus d’Annecy…\n", "a\tb\r\nc", "Mairie\u{A0}: « oui »\u{202F}!", "e\u{301}\u{200D}\u{200E}\u{AD}", "\u{FEFF}titre"])
    func whatPeopleWriteIsSound(text: String) {
        #expect(Self.fault(text) == nil)
    }

    @Test func theNameOfASignHasFourDigitsOrMore() {
        #expect(HiddenSign(in: "ab\u{7}")?.name == "U+0007")
        #expect(HiddenSign(in: "ab\u{7}")?.offset == 2)
        #expect(HiddenSign(in: "é\u{2069}")?.name == "U+2069")
    }
}
