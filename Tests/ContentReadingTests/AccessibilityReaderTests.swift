import Diagnostics
import SiteModel
import Testing

@testable import ContentReading

@Suite struct AccessibilityReaderTests {
    private static let audit = """
        state: partial
        rate: 72,5
        date: 2026-10-05
        auditor: Un bureau d'audit
        pages:
          - {title: Accueil, route: /}
          - {title: Une commune, route: /communes/74010-annecy/}
        nonconformities: [Des tableaux sans titre.]

        """

    private func read(_ text: String) -> (audit: AccessibilityAudit?, diagnostics: [Diagnostic]) {
        AccessibilityReader.read(Array(text.utf8), file: "accessibility.yml")
    }

    @Test func anAuditIsReadWhole() throws {
        let (audit, diagnostics) = read(Self.audit + "tools: [Un lecteur d'écran]\nderogations: ['Les archives, trop nombreuses.']\n")
        #expect(diagnostics == [])
        let found = try #require(audit)
        #expect(found.state == .partial)
        #expect(found.rate == 7_250)
        #expect(found.auditor == "Un bureau d’audit")
        #expect(found.pages.map(\.route.path) == ["/", "/communes/74010-annecy/"])
        #expect(found.nonconformities == ["Des tableaux sans titre."])
        #expect(found.tools == ["Un lecteur d’écran"])
        let place = try #require(found.datePlace)
        #expect(String(decoding: Array(Self.audit.utf8)[place], as: UTF8.self) == "2026-10-05")
    }

    @Test(arguments: [
        ("0", 0), ("50", 5_000), ("72,5", 7_250), ("72.05", 7_205), ("99,99 %", 9_999), ("100", 10_000), ("100,00%", 10_000),
    ])
    func aRateIsWrittenAsPeopleDo(_ text: String, _ hundredths: Int) {
        #expect(AccessibilityReader.rate(text) == hundredths)
    }

    @Test(arguments: ["", "-1", "100,01", "101", "72,555", "72,", ",5", "72,-5", "7 2", "soixante", "72 pour cent"])
    func whatIsNoRateIsRefused(_ text: String) {
        #expect(AccessibilityReader.rate(text) == nil)
    }

    /// The decree gives one word to each rate.
    @Test(arguments: [
        ("none", "49,99", true), ("partial", "50", true), ("partial", "99,99", true), ("full", "100", true),
        ("none", "50", false), ("partial", "49,99", false), ("partial", "100", false), ("full", "99,99", false),
    ])
    func aStateIsThatOfItsRate(_ state: String, _ rate: String, _ isSound: Bool) {
        var text = Self.audit.replacing("state: partial", with: "state: \(state)").replacing("72,5", with: rate)
        if rate == "100" { text = text.replacing("nonconformities: [Des tableaux sans titre.]\n", with: "") }
        let (audit, diagnostics) = read(text)
        #expect(diagnostics.map(\.id) == (isSound ? [] : [.accessibilityState]))
        #expect(audit != nil)
    }

    @Test(arguments: ["state", "rate", "date", "auditor"])
    func whatTheDeclarationMustSayIsRequired(_ key: String) {
        let text = Self.audit.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
        let (audit, diagnostics) = read(text)
        #expect(diagnostics.map(\.id) == [.keyMissing])
        #expect((audit == nil) == (key != "auditor"))
    }
}
