import ContentReading
import Diagnostics
import SiteModel
import Testing

@Suite struct MarkdownParserTests {
    private func parse(_ text: String, offset: Int = 0) -> (tree: String, diagnostics: [Diagnostic]) {
        let (document, diagnostics) = MarkdownParser(typography: .none)
            .parse(Array(text.utf8)[...], file: "p.md", offset: offset)
        return (dump(document), diagnostics)
    }

    @Test func headingsHaveUniqueIdentifiersWithoutAccents() {
        #expect(
            parse("## Que faire ?\n## L'été\n## L'été\n## `Été` :fact[x] ~~!~~\n").tree == """
                document
                  heading 2 #que-faire @0
                    text “Que faire ?” @3
                  heading 2 #l-ete @15
                    text “L'été” @18
                  heading 2 #l-ete-2 @26
                    text “L'été” @29
                  heading 2 #ete-x @37
                    code “Été” @41
                    text “ ” @47
                    directive fact[x] @48
                    text “ ” @56
                    strikethrough @57
                      text “!” @59
                """)
    }

    @Test func inlineDirectivesAreFoundWhereTheyAre() {
        #expect(
            parse("Appelez le **:fact[17]{show=label}** (:fact[3919]).\n", offset: 100).tree == """
                document
                  paragraph @100
                    text “Appelez le ” @100
                    strong @111
                      directive fact[17] show=label @113
                    text “ (” @136
                    directive fact[3919] @138
                    text “).” @149
                """)
    }

    /// Old programs end a line with a return alone; so does libcmark-gfm, which counts it.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func placesAreRightWhateverEndsALine(_ end: String) throws {
        let text = ["Un", "deux", "", ":::steps", "- trois", ":::", "", "voir <b>là</b>", ""].joined(separator: end)
        let (tree, diagnostics) = parse(text)
        #expect(tree.contains("steps"))
        let place = try #require(text.utf8.firstIndex(of: UInt8(ascii: "<"))).utf16Offset(in: text)
        #expect(diagnostics.compactMap(\.location?.offset) == [place])
    }

    @Test func escapedOrBareColonsStayText() {
        let (tree, diagnostics) = parse("À 10:30, \\:fact[17], :warning: et `\\:fact[1]`.\n")
        #expect(
            tree == """
                document
                  paragraph @0
                    text “À 10:30, :fact[17], :warning: et ” @0
                    code “\\:fact[1]” @36
                    text “.” @46
                """)
        #expect(diagnostics.isEmpty)
    }

    @Test func blockDirectivesHoldBlocksAndMayTouchThem() {
        #expect(
            parse("Avant\n:::contacts{title=\"Vos contacts\"}\n- un\n:::\nAprès\n").tree == """
                document
                  paragraph @0
                    text “Avant” @0
                  block contacts[] title=Vos contacts @6
                    list tight @40
                      item @40
                        paragraph @42
                          text “un” @42
                  paragraph @49
                    text “Après” @49
                """)
    }

    @Test func fencesInCodeAreCode() {
        let (tree, diagnostics) = parse("```\n:::contacts\n```\n")
        #expect(tree == "document\n  codeBlock “:::contacts\n” @0")
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [
        (":::contacts\ntexte\n", DiagnosticID.directiveUnclosed, 0),
        ("texte\n\n:::\n", .directiveSyntax, 7),
        (":::contacts{\n:::\n", .directiveSyntax, 0),
        ("é :fcat[17]\n", .directiveUnknown, 3),
        (":::contact\nx\n:::\n", .directiveUnknown, 0),
        ("é <b>x</b>\n", .rawHTML, 3),
        ("<div>\nx\n</div>\n", .rawHTML, 0),
        ("<!-- fence -->\n", .rawHTML, 0),
    ])
    func faultsHaveTheirPlace(_ text: String, _ id: DiagnosticID, _ offset: Int) {
        let first = parse(text).diagnostics.first
        #expect(first?.id == id)
        #expect(first?.location?.offset == offset)
    }

    @Test func alertsLoseTheirMarker() {
        #expect(
            parse("> [!WARNING]\n> Attention.\n\n> [!note]\n>\n> - a\n\n> [!AUTRE]\n> b\n").tree == """
                document
                  alert warning @0
                    paragraph @2
                      text “Attention.” @15
                  alert note @27
                    list tight @41
                      item @41
                        paragraph @43
                          text “a” @43
                  blockQuote @46
                    paragraph @48
                      text “[!AUTRE]” @48
                      softBreak
                      text “b” @59
                """)
    }

    @Test func footnotesCountTheirReferences() {
        #expect(
            parse("a[^n] b[^n]\n\n[^n]: note\n").tree == """
                document
                  paragraph @0
                    text “a” @0
                    footnoteReference 1 ×1 @1
                    text “ b” @5
                    footnoteReference 1 ×2 @7
                  footnoteDefinition 1 ×2 @19
                    paragraph @19
                      text “note” @19
                """)
    }

    @Test func tablesKnowTheirHeaderAndAlignment() {
        #expect(
            parse("| a | b |\n|:--|--:|\n| 1 | 2 |\n").tree == """
                document
                  table @0
                    tableRow @0
                      tableCell left @1
                        text “a” @2
                      tableCell right @5
                        text “b” @6
                    tableRow @20
                      tableCell left @21
                        text “1” @22
                      tableCell right @25
                        text “2” @26
                """)
    }

    @Test func deepNestingIsRefusedNotACrash() {
        let (document, diagnostics) = MarkdownParser()
            .parse(Array((String(repeating: "> ", count: 5_000) + "x\n").utf8)[...], file: "p.md")
        #expect(diagnostics.map(\.id) == [.nestingTooDeep])
        #expect(document.nodes.count < 200)
    }
}
