import ContentReading
import SiteModel
import Testing

/// libcmark-gfm shares tables between threads: without care it loses strikethrough and autolinks in silence.
@Suite struct ParallelParsingTests {
    static func page(_ number: Int) -> [UInt8] {
        Array(
            """
            ## Page \(number)

            Texte ~~barré \(number)~~ puis https://exemple.fr/\(number) et www.exemple.fr/\(number), enfin
            une note[^a] et `du code`.

            | a | b |
            |---|--:|
            | ~~x~~ | agent\(number)@exemple.fr |

            - [x] fait
            - [ ] à faire ~~non~~

            [^a]: Voir https://exemple.fr/note/\(number).

            """.utf8)
    }

    @Test func tenThousandPagesReadAsOneByOne() async {
        let parser = MarkdownParser()
        let alone = (0..<10_000).map { parser.parse(Self.page($0)[...], file: "p.md").document }
        let together = await withTaskGroup(of: (Int, [Document]).self) { group in
            for start in stride(from: 0, to: 10_000, by: 50) {
                group.addTask {
                    (start, (start..<(start + 50)).map { parser.parse(Self.page($0)[...], file: "p.md").document })
                }
            }
            var documents = [Document](repeating: Document(), count: 10_000)
            for await (start, chunk) in group {
                documents.replaceSubrange(start..<(start + 50), with: chunk)
            }
            return documents
        }
        var different = 0
        for (one, other) in zip(alone, together) where !same(one, other) { different += 1 }
        #expect(different == 0)
        #expect(alone[0].nodes.filter { $0.kind == .strikethrough }.count == 3)
        #expect(alone[0].links.count == 4)
    }

    private func same(_ one: Document, _ other: Document) -> Bool {
        one.text == other.text && one.links.map(\.destination) == other.links.map(\.destination)
            && one.nodes.count == other.nodes.count
            && zip(one.nodes, other.nodes).allSatisfy {
                $0.kind == $1.kind && $0.start == $1.start && $0.next == $1.next && $0.firstChild == $1.firstChild
            }
    }
}
