import Diagnostics
import Templates
import Testing


/// Faults of a template with its values, each message whole.
@Suite struct RenderFaultTests {
    @Test func anUnknownNameSaysWhichOneWasMeantAndThroughWhichTemplatesItCame() {
        let page = Page([
            "page": "{{<layouts/base}}\n{{$main}}\n<p>\n  {{>partials/card}}\n</p>\n{{/main}}\n{{/layouts/base}}\n",
            "layouts/base": "<body>\n<main>{{$main}}{{/main}}</main>\n",
            "partials/card": "<h2>{{ titel }}</h2>\n",
        ])
        #expect(page.compileReport == "")
        #expect(
            page.renderReport(["title": "Élus", "summary": ""]) == """
                web/partials/card.mustache:1:8: erreur: le nom « titel » est inconnu à cet endroit [template-unknown-name]
                   1 | <h2>{{ titel }}</h2>
                     |        ^^^^^
                     = vouliez-vous dire « title » ?
                     = note: web/page.mustache:4:6: inclus ici
                     = note: web/layouts/base.mustache:2:10: placé dans ce bloc
                     = note: web/page.mustache:1:4: hérité ici
                1 erreur

                """)
    }

    @Test func anUnknownNameWithoutANearOneListsThoseOfTheInnermostContext() {
        let page = Page(["page": "é {{#communes}}{{mairie}}{{/communes}}"])
        #expect(
            page.renderReport(["communes": [["name": "Annecy", "code": "74010"]], "title": "x"]) == """
                web/page.mustache:1:18: erreur: le nom « mairie » est inconnu à cet endroit [template-unknown-name]
                   1 | é {{#communes}}{{mairie}}{{/communes}}
                     |                  ^^^^^^
                     = noms connus : « code », « name »
                1 erreur

                """)
        #expect(Page(["page": "{{mairie}}"]).renderReport([:]).contains("= aucun nom n’est connu à cet endroit\n"))
        let many = Object((1...12).map { (Name("clé-\($0)"), "") })
        #expect(
            Page(["page": "{{mairie}}"]).renderReport(many).contains(
                "= noms connus : « clé-1 », « clé-10 », « clé-11 », « clé-12 », « clé-2 », « clé-3 », "
                    + "« clé-4 », « clé-5 », « clé-6 », « clé-7 » et 2 autres\n"))
    }

    @Test func theNameThatWasMeantIsLookedForInAllContexts() {
        let page = Page(["page": "{{#commune}}{{sitename}}{{/commune}}"])
        #expect(
            page.renderReport(["commune": ["name": "Annecy"]], outer: [["site_name": "x"]])
                .contains("= vouliez-vous dire « site_name » ?\n"))
    }

    @Test func anUnknownStepOfAPath() {
        let page = Page([
            "page":
                "{{commune.mairie.nom}}\n{{commune.maire.telephone}}\n{{titre.court}}\n{{#commune.rien}}{{/commune.rien}}"
        ])
        #expect(
            page.renderReport(["commune": ["maire": ["nom": "x"]], "titre": "x"]) == """
                web/page.mustache:1:3: erreur: « commune » n’a pas de nom « mairie » [template-unknown-name]
                   1 | {{commune.mairie.nom}}
                     |   ^^^^^^^^^^^^^^^^^^
                     = vouliez-vous dire « maire » ?
                web/page.mustache:2:3: erreur: « commune.maire » n’a pas de nom « telephone » [template-unknown-name]
                   2 | {{commune.maire.telephone}}
                     |   ^^^^^^^^^^^^^^^^^^^^^^^
                     = noms connus : « nom »
                web/page.mustache:3:3: erreur: « titre » est un texte, qui n’a pas de nom « court » [template-unknown-name]
                   3 | {{titre.court}}
                     |   ^^^^^^^^^^^
                     = écrivez « titre » seul, ou corrigez ce nom
                web/page.mustache:4:4: erreur: « commune » n’a pas de nom « rien » [template-unknown-name]
                   4 | {{#commune.rien}}{{/commune.rien}}
                     |    ^^^^^^^^^^^^
                     = noms connus : « maire »
                4 erreurs

                """)
    }

    @Test func anUnknownNameOfASectionOrOfAnInvertedOne() {
        let page = Page(["page": "{{#alertes}}a{{/alertes}}{{^alertes}}b{{/alertes}}"])
        #expect(
            page.renderReport(["alerts": []]) == """
                web/page.mustache:1:4: erreur: le nom « alertes » est inconnu à cet endroit [template-unknown-name]
                   1 | {{#alertes}}a{{/alertes}}{{^alertes}}b{{/alertes}}
                     |    ^^^^^^^
                     = vouliez-vous dire « alerts » ?
                web/page.mustache:1:29: erreur: le nom « alertes » est inconnu à cet endroit [template-unknown-name]
                   1 | {{#alertes}}a{{/alertes}}{{^alertes}}b{{/alertes}}
                     |                             ^^^^^^^
                     = vouliez-vous dire « alerts » ?
                2 erreurs

                """)
    }

    @Test func nobodyGuessesWhatIsEscaped() {
        let page = Page(["page": "<h1>{{{title}}}</h1>\n{{body}}\n"])
        let (text, _) = page.render(["title": "<script>", "body": .html(Array("<p>".utf8))])
        #expect(text == "<h1></h1>\n\n")
        #expect(
            page.renderReport(["title": "<script>", "body": .html(Array("<p>".utf8))]) == """
                web/page.mustache:1:8: erreur: « title » est un texte : l’écrire sans échappement est dangereux [template-unsafe-text]
                   1 | <h1>{{{title}}}</h1>
                     |        ^^^^^
                     = écrivez « {{title}} »
                web/page.mustache:2:3: erreur: « body » est du HTML, que deux accolades échapperaient [template-unsafe-text]
                   2 | {{body}}
                     |   ^^^^
                     = écrivez « {{{body}}} »
                2 erreurs

                """)
    }

    static let values: [(Value, String)] = [
        (true, "un booléen"), (["a"], "une liste"), (["a": "b"], "un groupe de noms"),
    ]

    @Test(arguments: values)
    func aValueThatIsNoText(value: Value, kind: String) {
        #expect(
            Page(["page": "{{noindex}}"]).renderReport(Object([("noindex", value)])) == """
                web/page.mustache:1:3: erreur: « noindex » est \(kind), qui ne s’écrit pas tel quel [value-type]
                   1 | {{noindex}}
                     |   ^^^^^^^
                     = ouvrez une section : « {{#noindex}}…{{/noindex}} »
                1 erreur

                """)
    }

    @Test func theElementItselfWhereItIsNoText() {
        #expect(
            Page(["page": "{{#items}}{{.}}{{/items}}"]).renderReport(["items": [["a": "b"]]]) == """
                web/page.mustache:1:13: erreur: « . » est un groupe de noms, qui ne s’écrit pas tel quel [value-type]
                   1 | {{#items}}{{.}}{{/items}}
                     |             ^
                     = ouvrez une section : « {{#.}}…{{/.}} »
                1 erreur

                """)
    }

    @Test func aTemplateThatIncludesItselfForEver() {
        let page = Page(["page": "{{>menu}}", "menu": "<li>{{#entries}}{{>menu}}{{/entries}}</li>\n"])
        #expect(page.compileReport == "")
        #expect(
            page.renderReport(["entries": true]) == """
                web/menu.mustache:1:20: erreur: ce gabarit s’inclut lui-même sans fin [template-endless]
                   1 | <li>{{#entries}}{{>menu}}{{/entries}}</li>
                     |                    ^^^^
                     = placez cette inclusion dans une section qui finit par être fausse
                     = note: web/menu.mustache:1:20: inclus ici
                     = note: web/page.mustache:1:4: inclus ici
                1 erreur

                """)
    }

    @Test func aTemplateThatIsMissing() {
        let (library, _) = TemplateLibrary.compile([TemplateFile(path: "web/page.mustache", name: "page", bytes: [])])
        var output: [UInt8] = []
        #expect(
            library.render("pages", [:], into: &output) == [
                .error(
                    .templateMissing, at: SourceLocation(file: "web/pages.mustache"),
                    "le gabarit « pages » n’existe pas", advice: "créez-le ; est-ce « page », mal nommé ?")
            ])
        #expect(
            library.render("commune", [:], into: &output) == [
                .error(
                    .templateMissing, at: SourceLocation(file: "web/commune.mustache"),
                    "le gabarit « commune » n’existe pas", advice: "créez-le, ou remettez celui d’origine")
            ])
        #expect(output == [])
    }

    @Test func oneTagsFaultIsToldOnceAndAlikeOnEveryPage() {
        let page = Page(["page": "{{#items}}{{nom}}{{prenom}}{{/items}}"])
        let items: Value = .list(Array(repeating: ["name": "a"], count: 50))
        let (_, first) = page.render(["items": items, "title": "a"])
        let (_, second) = page.render(["items": items, "title": "b"])
        #expect(first.count == 2)
        #expect(Set(first + second).count == 2)
    }

    @Test func lenientModeIsSilent() {
        let page = Page(["page": "{{a}}{{{t}}}{{b}}{{l}}{{c.d}}{{>e}}{{#f}}x{{/f}}{{h}}"], mode: .lenient)
        #expect(page.text(["t": "<", "b": false, "l": ["a"], "h": .html([0x3C])]) == "<false<")
    }
}
