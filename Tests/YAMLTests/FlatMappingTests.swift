import Diagnostics
import Files
import Testing

@testable import YAML

/// What the short way reads, libyaml reads the same.
@Suite struct FlatMappingTests {
    private static func flat(_ bytes: [UInt8], offset: Int = 4) -> YAMLNode? {
        bytes.withUnsafeBufferPointer { FlatMapping($0, file: "a.md", offset: offset).node() }
    }

    private static func whole(_ bytes: [UInt8], offset: Int = 4) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
        bytes.withUnsafeBufferPointer { text in
            var builder = NodeBuilder(text, file: "a.md", offset: offset)
            let node = builder.document()
            return (node, builder.diagnostics)
        }
    }

    private static func dump(_ node: YAMLNode) -> String {
        let place = "@\(node.location.file):\(node.location.offset ?? -1)+\(node.location.length)"
        return switch node.content {
        case .scalar(let text, let isPlain): "\(isPlain)«\(text)»\(place)"
        case .sequence(let items): "[\(items.map(dump).joined(separator: ","))]\(place)"
        case .mapping(let entries):
            "{\(entries.map { "\($0.key)@\($0.keyLocation.offset ?? -1)+\($0.keyLocation.length):\(dump($0.value))" }.joined(separator: ","))}\(place)"
        }
    }

    /// Says whether the short way took the text; records where it reads otherwise than libyaml.
    @discardableResult
    private static func isTaken(_ bytes: [UInt8]) -> Bool {
        guard let node = flat(bytes) else { return false }
        let (expected, diagnostics) = whole(bytes)
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        #expect(diagnostics.isEmpty, "\(text): \(diagnostics.map(\.message))")
        #expect(dump(node) == expected.map(dump), "\(text)")
        return true
    }

    @Test func allFrontMatterOfTheExampleIsReadAlike() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let content = "/\(root)/content"
        var taken: [String] = []
        for path in try Files.tree(below: content) where path.hasSuffix(".md") || path.hasSuffix(".yml") {
            let bytes = try Files.read("\(content)/\(path)")
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            let yaml = path.hasSuffix(".md") ? Array(parts[1].utf8) : bytes
            if Self.isTaken(yaml) { taken.append(path) }
        }
        #expect(taken.contains("alerts/faux-agents.md"))
        #expect(taken.count > 5, "\(taken)")
        // Guides have texts to paste, keys below a key: libyaml reads them.
        #expect(!taken.contains("guides/elus/menaces.md") && !taken.contains("site.yml"))
    }

    @Test(arguments: [
        "title: Été à Éloise", "a: b\nc: d\n", "a: b\r\nc: d\r\n", "a: b   \n\n\nc: d", "# x\na: b\n# y\n\nc: d", "a:   b", "a: \"b c\"",
        "a: 'b : # c'", "a: \"b: # c\"  \nd: ''", "a: []", "a: [b]", "a: [ b , \"c, d\",'e' ]  ", "a: [élu, secrétariat, x-y/z.md]",
        "a: 2026-11-24", "a: 0x1F", "a: 010", "a: 1_000", "a: true", "a: null", "a: No", "a: 1e3", "a: 12:30", "a: b:c", "a: b#c", "a: it's \"so\"",
        "a: b, [c] {d} & * ! | > % @ ` ?", "a: b\\n", "a: “b” ’…", "A_1: b", "a: b -", "a: b- c",
    ])
    func simpleTextsAreTaken(text: String) {
        #expect(Self.isTaken(Array(text.utf8)), "\(text.debugDescription)")
    }

    @Test(arguments: [
        "", "\n", "# a", "a", "a:", "a:b", "a: ", "a : b", " a: b", "a: b\n c", "a: b\n  c: d", "a:\n  - b", "- a: b", "a: - b", "a: b: c", "a: b:",
        "a: b #c", "a: #c", "a: ~", "a: &b c", "a: *b", "a: !b c", "a: !!str c", "a: |\n  b", "a: >\n  b", "a: ? b", "? a\n: b", "a: -b", "a: ?b", "a: %b",
        "a: @b", "a: `b", "a: {b: c}", "a: [b", "a: [b]]", "a: [b] c", "a: [b,]", "a: [,b]", "a: [b: c]", "a: [b #c]", "a: [[b]]", "a: [b\n]", "a: [-]",
        "a: \"b", "a: \"b\" c", "a: \"b\\n\"", "a: 'b''c'", "a: 'b", "a: \"b\n c\"", "a: b\na: c", "a: b\tc", "\ta: b", "a:\tb", "a: b\n\tc: d",
        "a: b\n---\nc: d", "---\na: b", "a: b\n...", "%YAML 1.2\n---\na: b", "a: b\rc: d", "a: b\u{0}", "a: b\u{7}", "a: b\u{7F}", "a: b\u{85}c: d", "a: b\u{2028}c",
        "a: b\u{202E}c", "a: \"b\u{2066}\"", "\u{FEFF}a: b", "a: b\u{FEFF}", "a: 😀", "à: b", "a-b: c", "a.b: c", "\"a\": b", "[a]: b", "{a: b}", "a: b\n  ", "a: b\n # c",
    ])
    func allElseIsLeftToLibyaml(text: String) {
        #expect(Self.flat(Array(text.utf8)) == nil, "\(text.debugDescription)")
    }

    @Test(arguments: [[0x61, 0x3A, 0x20, 0xE9], [0x61, 0x3A, 0x20, 0xC3], [0x61, 0x3A, 0x20, 0xE2, 0x80], [0x61, 0x3A, 0x20, 0xC0, 0xAF], [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80]] as [[UInt8]])
    func whatIsNoUTF8IsLeftToLibyaml(bytes: [UInt8]) {
        #expect(Self.flat(bytes) == nil)
    }

    /// Texts put together at random from what YAML gives a meaning to: the same ones at each run.
    @Test func textsOfAnyShapeAreReadAlike() {
        let pieces = [
            "a", "b", "é", "1", "0", "title", ":", ": ", " ", "  ", "\n", "\r\n", "\n\n", "#", " #", "'", "''", "\"", "\"\"", "[", "]", ", ", ",", "-", "- ", "---", "...",
            "?", "? ", "&a", "*a", "!", "!!str", "|", ">", "%", "@", "`", "{", "}", "~", "null", "true", "\t", "\\", "\\n", "\r", "\u{A0}", "\u{85}", "\u{2028}", "\u{202E}", "’",
            "2026-11-24", "\nc: ", "\nd: \"x\"", "\ne: [", "]\n", "\u{FEFF}", "😀", "_", ".", "/",
        ]
        var state: UInt64 = 20_261_124
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var taken = 0
        for turn in 0..<60_000 {
            var text = turn % 2 == 0 ? "a: b" : "k: "
            for _ in 0...random(8) { text += pieces[random(pieces.count)] }
            if Self.isTaken(Array(text.utf8)) { taken += 1 }
        }
        #expect(taken > 2_000, "\(taken)")
    }
}
