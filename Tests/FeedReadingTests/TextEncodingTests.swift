import Testing

@testable import FeedReading

@Suite struct TextEncodingTests {
    @Test func windows1252HasItsOwnLetters() {
        #expect(TextEncoding.windows1252.text([0x4C, 0x92, 0x8C, 0x75, 0x76, 0x72, 0x65, 0x20, 0xE9, 0x80]) == "L’Œuvre é€")
    }

    @Test(arguments: [
        ("", UTF8Check.ascii), ("abc", .ascii), ("Éloise", .valid), ("€ 𝄞 ï", .valid),
    ])
    func textsAreTold(_ text: String, _ check: UTF8Check) {
        #expect(UTF8Check(Array(text.utf8).span) == check)
    }

    @Test(arguments: [
        ([0x61, 0xE9, 0x62], 1), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
        ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC3, 0xA9, 0xE2, 0x82, 0x28], 2), ([0x80], 0), ([0xFF, 0xFE, 0x61], 0),
    ] as [([UInt8], Int)])
    func theFirstByteAtFaultIsNamed(_ bytes: [UInt8], _ offset: Int) {
        #expect(UTF8Check(bytes.span) == .invalid(at: offset))
    }

    /// The standard library as the judge, on short strings of the bytes where the rules change.
    @Test func agreesWithTheStandardLibrary() {
        let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5]
        for a in edges {
            for b in edges {
                for c in edges {
                    let bytes: [UInt8] = [a, b, c, 0x80]
                    let isValid = String(validating: bytes, as: UTF8.self) != nil
                    let check = UTF8Check(bytes.span)
                    #expect((check == .valid) == isValid, "\(bytes)")
                }
            }
        }
    }
}
