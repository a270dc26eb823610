import Diagnostics
import Testing
import YAML

/// The tree in one line per value: offset, kind, text.
private func dump(_ node: YAMLNode?, indent: String = "") -> String {
    guard let node else { return "nil" }
    let place = "@\(node.location.offset ?? -1)+\(node.location.length)"
    switch node.content {
    case .scalar(let text, let isPlain):
        let shown = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
        return "\(isPlain ? "" : "'")\(shown)\(isPlain ? "" : "'") \(place)"
    case .sequence(let items):
        return "list \(place)" + items.map { "\n\(indent)- " + dump($0, indent: indent + "  ") }.joined()
    case .mapping(let entries):
        return "keys \(place)"
            + entries.map {
                "\n\(indent)\($0.key)@\($0.keyLocation.offset ?? -1): " + dump($0.value, indent: indent + "  ")
            }.joined()
    }
}

private func read(_ text: String, offset: Int = 0) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
    YAMLReader.read(Array(text.utf8)[...], file: "content/a.md", offset: offset)
}

@Suite struct YAMLReaderTests {
    @Test func placesAreBytesOfTheFile() {
        let (node, diagnostics) = read(
            """
            title: Été à Éloise
            tags: [é, b]
            publisher:
              name: "Préfecture"
              code: 01004
            """, offset: 4)
        #expect(diagnostics.isEmpty)
        #expect(
            dump(node) == """
                keys @4+1
                title@4: Été à Éloise @11+16
                tags@28: list @34+1
                  - é @35+2
                  - b @39+1
                publisher@42: keys @55+1
                  name@55: 'Préfecture' @61+13
                  code@77: 01004 @83+5
                """)
    }

    @Test func everyStyleOfTextIsRead() {
        let (node, diagnostics) = read(
            """
            plain: l’élu -- "non" # remarque
            single: 'l''élu'
            double: "une\\tbarre \\u00e9"
            folded: >
              deux
              lignes
            literal: |-
              deux
              lignes
            typographic: « oui »
            empty:
            word: non
            """)
        #expect(diagnostics.isEmpty)
        #expect(
            dump(node) == """
                keys @0+1
                plain@0: l’élu -- "non" @7+17
                single@36: 'l'élu' @44+9
                double@54: 'une\tbarre é' @62+19
                folded@82: 'deux lignes⏎' @90+18
                literal@108: 'deux⏎lignes' @117+19
                typographic@136: « oui » @149+9
                empty@159:  @165+0
                word@166: non @172+3
                """)
    }

    @Test func windowsLinesAndByteOrderMarkAreRead() {
        let (node, diagnostics) = read("\u{FEFF}title: é\r\nsummary: |\r\n  deux\r\n  lignes\r\norder: 2\r\n")
        #expect(diagnostics.isEmpty)
        #expect(
            dump(node) == """
                keys @3+1
                title@3: é @10+2
                summary@14: 'deux⏎lignes⏎' @23+21
                order@44: 2 @51+1
                """)
    }

    @Test(arguments: ["", "\n\n", "# rien\n", "\u{FEFF}", "---\n", "---\n# rien\n...\n"])
    func nothingIsNoFault(_ text: String) {
        let (node, diagnostics) = read(text)
        #expect(node == nil)
        #expect(diagnostics.isEmpty)
    }

    @Test func aSliceIsReadFromItsOwnStart() {
        let bytes = Array("---\ntitle: é\n---\ncorps".utf8)
        let (node, diagnostics) = YAMLReader.read(bytes[4..<13], file: "a.md", offset: 4)
        #expect(diagnostics.isEmpty)
        #expect(dump(node) == "keys @4+1\ntitle@4: é @11+2")
    }

    @Test func aKeyWrittenTwiceNamesBothPlaces() {
        let (node, diagnostics) = read("title: a\nordre: 1\ntitle: b\n")
        #expect(node != nil)
        #expect(
            diagnostics == [
                .error(
                    .keyDuplicate, at: SourceLocation(file: "content/a.md", offset: 18, length: 5),
                    "la clé « title » est écrite plusieurs fois", advice: "n’en gardez qu’une",
                    notes: [.init("elle est déjà ici", at: SourceLocation(file: "content/a.md", offset: 0, length: 5))])
            ])
    }

    @Test func aKeyWrittenTwiceIsFoundAmongMany() {
        let keys = (0..<40).map { "clé\($0): x\n" }.joined()
        let (_, diagnostics) = read(keys + "clé7: y\n")
        #expect(diagnostics.map(\.id) == [.keyDuplicate])
        #expect(diagnostics.first?.location?.offset == keys.utf8.count)
    }

    @Test func whatAReaderCannotSeeIsRefusedAndTheRestRead() {
        let (node, diagnostics) = read("é: &base a\nb: *base\nc: !texte d\ne: !!str [f]\n? [g]\n: h\ni: j\n")
        #expect(
            diagnostics.map { "\($0.id.rawValue) \($0.location?.offset ?? -1)+\($0.location?.length ?? -1) \($0.message)" } == [
                "yaml-unsupported 4+5 les ancres comme « &base » ne sont pas admises",
                "yaml-unsupported 15+5 les renvois comme « *base » ne sont pas admis",
                "yaml-unsupported 24+1 les types comme « !texte » ne sont pas admis",
                "yaml-unsupported 36+1 les types comme « tag:yaml.org,2002:str » ne sont pas admis",
                "yaml-unsupported 48+1 une clé doit être un mot",
            ])
        guard case .mapping(let entries)? = node?.content else {
            Issue.record("no mapping was read")
            return
        }
        #expect(entries.map(\.key) == ["é", "b", "c", "e", "i"])
    }

    @Test func aSecondDocumentAndDirectivesAreRefused() {
        #expect(read("a: b\n---\nc: d\n").diagnostics.map(\.message) == ["un fichier ne peut contenir qu’un seul document YAML"])
        #expect(read("%YAML 1.1\n---\nc: d\n").diagnostics.map(\.message) == ["les directives « % » ne sont pas admises"])
    }

    @Test func endlessNestingIsRefused() {
        let (node, diagnostics) = read(String(repeating: "[", count: 100_000))
        #expect(node == nil)
        #expect(diagnostics.map(\.message) == ["plus de 64 niveaux emboîtés"])
    }
}
