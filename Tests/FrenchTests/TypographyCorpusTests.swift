import Foundation
import French
import Testing

/// Over many texts: a second pass changes nothing, and nothing is lost but straight signs and spaces.
@Suite struct TypographyCorpusTests {
    /// Made of the signs that the rules act upon, in every neighbourhood; the same at each run.
    private static func sentences(_ count: Int) -> [String] {
        let pieces = [
            "a", "É", "mot", "l", "M", "Mme", "art", "n°", "p", "L", "h", "C", "0", "5", "12", "15", "000", "04", "2026",
            " ", " ", " ", "  ", "\u{A0}", "\u{202F}", "\n", "'", "\"", "«", "»", "’", "…", ";", "!", "?", ":", "://", ".",
            "...", ",", "-", "--", "–", "%", "€", "°", "°C", "(", ")", "[", "]", "=", "&", "+", "/", "@", "🎉", "“",
        ]
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        return (0..<count).map { _ in (0...next(14)).map { _ in pieces[next(pieces.count)] }.joined() }
    }

    @Test func idempotentInEveryNeighbourhood() {
        for sentence in Self.sentences(20_000) {
            let once = Typography.apply(sentence)
            let twice = Typography.apply(once)
            #expect(twice == once, "from \(sentence.debugDescription)")
            if twice != once { return }
        }
    }

    @Test func onlySpacesAndStraightSignsChange() {
        func bare(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter {
                !" \u{A0}\u{202F}'\"’«».…-–".unicodeScalars.contains($0)
            }
        }
        for sentence in Self.sentences(10_000) {
            #expect(bare(Typography.apply(sentence)) == bare(sentence))
        }
    }

    @Test func idempotentOnTheGuides() throws {
        let content = URL(filePath: #filePath).appending(path: "../../../content").standardizedFileURL
        let files = FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "md" } ?? []
        try #require(!files.isEmpty)
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let once = Typography.apply(String(line))
                #expect(Typography.apply(once) == once)
            }
        }
    }
}
