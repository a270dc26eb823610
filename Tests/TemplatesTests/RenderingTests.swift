import Templates
import Testing

@Suite struct RenderingTests {
    @Test func textIsEscapedAndHTMLIsNot() {
        #expect(
            Page(["page": "<a title=\"{{t}}\">{{{h}}}{{&h}}</a>"])
                .text(["t": "L’« été » <b> & \"c\" d'Annecy", "h": .html(Array("<b>&</b>".utf8))])
                == "<a title=\"L’« été » &lt;b&gt; &amp; &quot;c&quot; d'Annecy\"><b>&</b><b>&</b></a>")
    }

    @Test(arguments: ["", "&", "a&", "&a", "<<>>", "sans rien", "un texte trop long pour tenir dans un mot & plus"])
    func escapingKeepsEverythingElse(text: String) {
        var expected = ""
        for character in text {
            switch character {
            case "&": expected += "&amp;"
            case "<": expected += "&lt;"
            case ">": expected += "&gt;"
            default: expected.append(character)
            }
        }
        #expect(Page(["page": "{{t}}"]).text(["t": .text(text)]) == expected)
    }

    static let answers: [(Value, String)] = [
        (.absent, "non"), (false, "non"), ("", "non"), (.html([]), "non"), ([], "non"),
        (true, "oui"), ("x", "oui"), (.html([0x78]), "oui"), (["x", "y"], "ouioui"), (["a": "b"], "oui"),
        ([:], "oui"),
    ]

    @Test(arguments: answers)
    func aSectionAsksWhetherThereIsSomething(value: Value, answer: String) {
        #expect(Page(["page": "{{#x}}oui{{/x}}{{^x}}non{{/x}}"]).text(Object([("x", value)])) == answer)
    }

    @Test func whatIsAbsentIsKnownAndWritesNothing() {
        #expect(
            Page(["page": "[{{a}}{{{a}}}{{a.b}}{{#a}}x{{/a}}{{#a.b}}y{{/a.b}}]"]).text(["a": .absent]) == "[]")
    }

    @Test func innerContextsHideOuterOnesAndSharedOnesComeLast() {
        let page = Page(["page": "{{#commune}}{{name}} {{title}} {{site}} {{url}}{{/commune}}"])
        #expect(
            page.text(
                ["commune": ["name": "Annecy"], "name": "page", "title": "Titre"],
                outer: [["site": "premier", "title": "caché"], ["site": "second", "url": "/"]])
                == "Annecy Titre premier /")
    }

    @Test func elementsOfAListAreReachedByADot() {
        #expect(Page(["page": "{{#tags}}<{{.}}>{{/tags}}"]).text(["tags": ["a", "b"]]) == "<a><b>")
    }

    @Test func outputIsAppended() {
        let (library, _) = TemplateLibrary.compile([
            TemplateFile(path: "a.mustache", name: "a", bytes: Array("b".utf8))
        ])
        var output = Array("a".utf8)
        #expect(library.render("a", [:], into: &output) == [])
        #expect(library.render("a", [:], into: &output) == [])
        #expect(String(decoding: output, as: UTF8.self) == "abb")
        #expect(library.templateNames == ["a"])
    }

    @Test func aByteOrderMarkIsNotWritten() {
        #expect(Page(["page": "\u{FEFF}{{! x }}\n<p>"]).text() == "<p>")
    }

    @Test func aTreeIsRenderedByATemplateThatIncludesItself() {
        let page = Page([
            "page": "<nav>\n  {{>menu}}\n</nav>\n",
            "menu": "<ul>\n{{#entries}}\n<li>{{label}}\n  {{>menu}}\n</li>\n{{/entries}}\n</ul>\n",
        ])
        let entries: Value = [
            ["label": "a", "entries": [["label": "b", "entries": []], ["label": "c", "entries": []]]]
        ]
        #expect(
            page.text(["entries": entries]) == """
                <nav>
                  <ul>
                  <li>a
                    <ul>
                    <li>b
                      <ul>
                      </ul>
                    </li>
                    <li>c
                      <ul>
                      </ul>
                    </li>
                    </ul>
                  </li>
                  </ul>
                </nav>

                """)
    }

    @Test func aTemplateThatIncludesItselfWithinALineIsNotIndented() {
        let page = Page([
            "page": "  {{>node}}\n", "node": "{{name}}({{#nodes}}{{>node}}{{/nodes}})",
        ])
        let nodes: Value = [["name": "b", "nodes": []], ["name": "c", "nodes": []]]
        #expect(page.text(["name": "a", "nodes": nodes]) == "  a(b()c())")
    }

    /// Copied, the last would stand there 2^40 times.
    @Test func partialsThatIncludeTheNextOneTwiceDoNotDoubleWithoutEnd() {
        var files = (0..<40).map {
            TemplateFile(path: "\($0)", name: "\($0)", bytes: Array("{{>\($0 + 1)}}{{>\($0 + 1)}}".utf8))
        }
        files.append(TemplateFile(path: "40", name: "40", bytes: Array("x".utf8)))
        let (library, faults) = TemplateLibrary.compile(files)
        #expect(faults == [])
        var output: [UInt8] = []
        #expect(library.render("28", [:], into: &output) == [])
        #expect(output == Array(repeating: UInt8(ascii: "x"), count: 4096))
    }

    @Test func blocksInContentAreFilledAsWhereTheyWereWritten() {
        let page = Page([
            "page": "{{<layout}}{{$title}}T{{/title}}{{$main}}{{>main}}{{/main}}{{/layout}}",
            "main": "{{<card}}{{$title}}C{{/title}}{{/card}}",
            "layout": "{{$title}}-{{/title}}|{{$main}}-{{/main}}", "card": "[{{$title}}-{{/title}}]",
        ])
        #expect(page.text() == "T|[C]")
    }

    @Test func aBlockOfTheSameNameInsideItsOwnContentKeepsItsDefault() {
        let page = Page([
            "page": "{{<layout}}{{$main}}<{{$main}}défaut{{/main}}>{{/main}}{{/layout}}",
            "layout": "{{$main}}-{{/main}}",
        ])
        #expect(page.text() == "<défaut>")
    }

    @Test func linesOfAFilledBlockAreIndentedAsItsPlace() {
        let page = Page([
            "page": """
                {{<layout}}
                {{$main}}
                    <h1>{{title}}</h1>
                    {{#items}}
                      <p>{{.}}</p>
                    {{/items}}
                {{/main}}
                {{/layout}}

                """,
            "layout": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
        ])
        #expect(
            page.text(["title": "T", "items": ["a", "b"]]) == """
                <main>
                  <h1>T</h1>
                    <p>a</p>
                    <p>b</p>
                </main>

                """)
    }
}
