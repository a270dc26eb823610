import Files
import Testing

@testable import BulletinRendering

@Suite struct FontCoverageTests {
    private func job(_ text: String) -> PrintJob {
        PrintJob(id: "x", subject: "Annecy", data: Array("{\"t\":\"\(text)\"}".utf8))
    }

    /// Two segments: « A » to « Z » by a difference, « é » by a list of glyphs whose second entry is none.
    private static let font: [UInt8] = {
        func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 255), UInt8(value & 255)] }
        func long(_ value: Int) -> [UInt8] { word(value >> 16) + word(value) }
        let segments =
            [4, 0, 0, 6, 0, 0, 0].flatMap(word) + [0x5A, 0xEA, 0xFFFF].flatMap(word) + word(0)
            + [0x41, 0xE9, 0xFFFF].flatMap(word) + [-0x40, 0, 1].flatMap(word) + [0, 4, 0].flatMap(word) + [7, 0].flatMap(word)
        let cmap = word(0) + word(1) + word(3) + word(1) + long(12) + segments
        return long(0x0001_0000) + [1, 0, 0, 0].flatMap(word) + long(0x636D_6170) + long(0) + long(28) + long(cmap.count) + cmap
    }()

    @Test func whatAFontHasIsReadFromItsTable() {
        let coverage = FontCoverage([Self.font])
        #expect(coverage.contains(0x41) && coverage.contains(0x5A) && coverage.contains(0xE9))
        #expect(!coverage.contains(0x5B) && !coverage.contains(0xEA) && !coverage.contains(0x1F600))
        #expect(coverage.contains(0x202F) && coverage.contains(0x200D), "spaces and joiners are never missing")
    }

    @Test func aFontThatCannotBeReadHasEverything() {
        #expect(FontCoverage([Array("no font".utf8), []]).contains(0x1F600))
        for length in 0..<Self.font.count { _ = FontCoverage([Array(Self.font[..<length])]) }
    }

    @Test(arguments: [
        ("TEXTE", nil, []), ("É 😀 A", "É A", [0x1F600]), ("😀 A", "A", [0x1F600]), ("A😀", "A", [0x1F600]),
        ("A 👨\u{200D}👩\u{FE0F} B", "A B", [0x1F468, 0x1F469]), ("A 👍🏽 B", "A B", [0x1F44D]), ("שלום", "", [0x5D5, 0x5DC, 0x5DD, 0x5E9]),
    ] as [(String, String?, [UInt32])])
    func aJobIsPrintedWithoutWhatIsMissing(text: String, printed: String?, missing: [UInt32]) {
        let capitals = FontCoverage([Self.font])
        let found = job(text.replacing("É", with: "é")).printable(with: capitals)
        #expect(found.map { String(decoding: $0.job.data, as: UTF8.self) } == printed.map { "{\"t\":\"\($0.replacing("É", with: "é"))\"}" })
        #expect(found?.missing ?? [] == missing)
    }

    @Test(.enabled(if: TestPress.isInstalled)) func thePrintFontsHaveFrenchAndNoPictures() async throws {
        let press = try TestPress()
        let coverage = try await press.working().fonts.coverage
        for scalar in "ÀàÂâÆæÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûÜüŸÿ’«»–—…€°²½→•ŵΩд".unicodeScalars {
            #expect(coverage.contains(scalar.value), "« \(scalar) »")
        }
        for scalar in "😀مש漢☎".unicodeScalars { #expect(!coverage.contains(scalar.value), "« \(scalar) »") }
    }
}
