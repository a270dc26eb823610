import SiteModel
import Testing

@Suite struct DirectiveSlipTests {
    private let names = ["commune", "date", "fact"]

    /// What is found in a text, from its first colon on.
    private func slip(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let found: DirectiveSlip?
        if let (directive, end) = DirectiveSyntax.inline(bytes[...], at: colon) {
            found = DirectiveSyntax.slip(bytes[...], after: directive, from: colon, to: end)
        } else {
            found = DirectiveSyntax.slip(bytes[...], at: colon, names: names)
        }
        return found.map { "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self)) → \($0.meant)" }
    }

    @Test(arguments: [
        ("le :fact[17 et la suite", "unclosed :fact[17 → :fact[17]"), ("le :fact[", nil), ("le :fact[ 17 ]", nil),
        ("le :fact[soutien-elus", "unclosed :fact[soutien-elus → :fact[soutien-elus]"),
        ("le :Fact[17]", "misspelt :Fact[17] → :fact[17]"), ("le :fact [ 17 ]", "misspelt :fact [ 17 ] → :fact[17]"),
        ("le :date(2026-12-01)", "misspelt :date(2026-12-01) → :date[2026-12-01]"), ("le :fact{17}.", "misspelt :fact{17} → :fact[17]"),
        ("ceci :date", nil), ("à 10:30 [ici]", nil), ("un smiley :warning: [x]", nil), ("https://exemple.fr/[x]", nil),
        (":fact[17]{call}{short}", "secondBraces :fact[17]{call}{short} → :fact[17]{call}"),
        (":fact[17]{optional}{long}", "secondBraces :fact[17]{optional}{long} → :fact[17]{optional long}"),
        (":fact[17]{Call}", "braces :fact[17]{Call} → :fact[17]{call}"), (":fact[17]{call", "braces :fact[17]{call → :fact[17]{call}"),
        (":fact[17] {call}", "braces :fact[17] {call} → :fact[17]{call}"), (":fact[17] {ou le 112}", nil), (":fact[17]{call} ou", nil),
    ])
    func whatWouldBePrintedAsItIsTypedIsFound(text: String, found: String?) {
        #expect(slip(text) == found)
    }

    @Test func spacesAroundALabelAreNoPartOfIt() throws {
        let bytes = Array(":fact[\u{A0}17 ]{short}".utf8)
        let (directive, end) = try #require(DirectiveSyntax.inline(bytes[...], at: 0))
        #expect(directive.label == "17" && directive["short"] == "" && end == bytes.count)
        #expect(directive.written(label: "18") == ":fact[18]{short}")
    }
}
