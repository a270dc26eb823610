import Diagnostics
import Templates
import Testing

/// Faults of the templates themselves, each message whole.
@Suite struct CompileFaultTests {
    @Test(arguments: [
        (
            "<h1>{{title</h1>\n<p>{{summary}}</p>\n",
            """
            web/page.mustache:1:5: erreur: la balise ouverte par « {{ » n’est pas fermée [template-syntax]
               1 | <h1>{{title</h1>
                 |     ^^
                 = fermez-la par « }} » sur la même ligne
            1 erreur

            """
        ),
        (
            "<p>é {{title {{summary}}</p>",
            """
            web/page.mustache:1:6: erreur: la balise ouverte par « {{ » n’est pas fermée [template-syntax]
               1 | <p>é {{title {{summary}}</p>
                 |      ^^
                 = fermez-la par « }} » sur la même ligne
            1 erreur

            """
        ),
        (
            "{{{body}}\n",
            """
            web/page.mustache:1:1: erreur: la balise ouverte par « {{{ » n’est pas fermée [template-syntax]
               1 | {{{body}}
                 | ^^^
                 = fermez-la par « }}} » sur la même ligne
            1 erreur

            """
        ),
        (
            "a\n{{! un commentaire\nsans fin",
            """
            web/page.mustache:2:1: erreur: la balise ouverte par « {{! » n’est pas fermée [template-syntax]
               2 | {{! un commentaire
                 | ^^^
                 = fermez-la par « }} » après le commentaire
            1 erreur

            """
        ),
        (
            "a {{ }} b",
            """
            web/page.mustache:1:3: erreur: cette balise est vide [template-syntax]
               1 | a {{ }} b
                 |   ^^^^^
                 = écrivez un nom entre les accolades, ou supprimez la balise
            1 erreur

            """
        ),
        (
            "{{#pages liées}}x{{/pages liées}}",
            """
            web/page.mustache:1:4: erreur: le nom « pages liées » contient une espace [template-syntax]
               1 | {{#pages liées}}x{{/pages liées}}
                 |    ^^^^^^^^^^^
                 = un nom s’écrit en un seul mot
            1 erreur

            """
        ),
        (
            "{{commune..nom}}",
            """
            web/page.mustache:1:3: erreur: le nom « commune..nom » est mal formé [template-syntax]
               1 | {{commune..nom}}
                 |   ^^^^^^^^^^^^
                 = un point sépare deux noms : « commune.nom »
            1 erreur

            """
        ),
        (
            "{{=<%=}}",
            """
            web/page.mustache:1:1: erreur: ce changement de délimiteurs est mal formé [template-syntax]
               1 | {{=<%=}}
                 | ^^^^^^^^
                 = écrivez-le comme « {{=<% %>=}} »
            1 erreur

            """
        ),
    ])
    func aTagThatIsBadlyWritten(template: String, report: String) {
        #expect(Page(["page": template]).compileReport == report)
    }

    @Test func aSectionThatIsNotClosedBeforeTheEndOfTheFile() {
        #expect(
            Page(["page": "<ul>\n{{#items}}\n<li>{{.}}</li>\n</ul>\n"]).compileReport == """
                web/page.mustache:2:1: erreur: la section « items » n’est pas fermée [template-unclosed-section]
                   2 | {{#items}}
                     | ^^^^^^^^^^
                     = ajoutez « {{/items}} »
                     = note: web/page.mustache:4:6: le fichier finit ici
                1 erreur

                """)
    }

    @Test func aSectionThatIsNotClosedBeforeTheEndOfWhatSurroundsIt() {
        #expect(
            Page([
                "page": "{{<layout}}\n{{$main}}\n{{^items}}\n<p>Rien</p>\n{{/main}}\n{{/layout}}\n",
                "layout": "{{$main}}{{/main}}",
            ]).compileReport == """
                web/page.mustache:3:1: erreur: la section « items » n’est pas fermée [template-unclosed-section]
                   3 | {{^items}}
                     | ^^^^^^^^^^
                     = ajoutez « {{/items}} »
                     = note: web/page.mustache:5:1: « main », qui l’entoure, se ferme ici
                1 erreur

                """)
    }

    @Test func aBlockAndACallOfAParentThatAreNotClosed() {
        #expect(
            Page(["page": "{{<layout}}\n{{$main}}\n", "layout": "{{$main}}{{/main}}"]).compileReport == """
                web/page.mustache:1:1: erreur: l’appel du parent « layout » n’est pas fermé [template-unclosed-section]
                   1 | {{<layout}}
                     | ^^^^^^^^^^^
                     = ajoutez « {{/layout}} »
                     = note: web/page.mustache:2:10: le fichier finit ici
                web/page.mustache:2:1: erreur: le bloc « main » n’est pas fermé [template-unclosed-section]
                   2 | {{$main}}
                     | ^^^^^^^^^
                     = ajoutez « {{/main}} »
                     = note: web/page.mustache:2:10: le fichier finit ici
                2 erreurs

                """)
    }

    @Test func aClosingTagThatNamesAnotherSection() {
        #expect(
            Page(["page": "{{#items}}\n{{.}}\n{{/item}}\n{{title}}\n"]).compileReport == """
                web/page.mustache:3:1: erreur: « items » est ouvert, mais c’est « item » qui est fermé [template-unclosed-section]
                   3 | {{/item}}
                     | ^^^^^^^^^
                     = écrivez « {{/items}} »
                     = note: web/page.mustache:1:1: « items » est ouvert ici
                1 erreur

                """)
    }

    @Test(arguments: ["{{#items}}{{/other}}{{/items}}", "{{#items}}{{/items}}{{/other}}"])
    func aClosingTagTooMany(template: String) {
        let column = template.firstRange(of: "{{/other}}").map {
            template.distance(from: template.startIndex, to: $0.lowerBound)
        } ?? -1
        #expect(
            Page(["page": template]).compileReport == """
                web/page.mustache:1:\(column + 1): erreur: « {{/other}} » ferme « other », qui n’est pas ouvert [template-syntax]
                   1 | \(template)
                     | \(String(repeating: " ", count: column))^^^^^^^^^^
                     = supprimez cette balise, ou ajoutez l’ouverture qui manque
                1 erreur

                """)
    }

    @Test func aPartialAndAParentThatDoNotExist() {
        #expect(
            Page(["page": "{{>partials/hed}}\n{{<mise-en-page}}{{/mise-en-page}}\n", "partials/head": ""])
                .compileReport == """
                web/page.mustache:1:4: erreur: le gabarit « partials/hed » n’existe pas [template-unknown-partial]
                   1 | {{>partials/hed}}
                     |    ^^^^^^^^^^^^
                     = vouliez-vous dire « partials/head » ?
                web/page.mustache:2:4: erreur: le gabarit « mise-en-page » n’existe pas [template-unknown-partial]
                   2 | {{<mise-en-page}}{{/mise-en-page}}
                     |    ^^^^^^^^^^^^
                     = créez-le, ou corrigez son nom
                2 erreurs

                """)
    }

    @Test func contentThatFillsNoPlaceOfItsParent() {
        #expect(
            Page([
                "page": "{{<layout}}\n{{$contnet}}a{{/contnet}}\n{{$aside}}b{{/aside}}\n{{/layout}}\n",
                "layout": "{{$title}}{{/title}}{{>body}}", "body": "{{$content}}{{/content}}",
            ]).compileReport == """
                web/page.mustache:2:4: erreur: « layout » n’a pas de bloc nommé « contnet » [template-unknown-name]
                   2 | {{$contnet}}a{{/contnet}}
                     |    ^^^^^^^
                     = vouliez-vous dire « content » ?
                web/page.mustache:3:4: erreur: « layout » n’a pas de bloc nommé « aside » [template-unknown-name]
                   3 | {{$aside}}b{{/aside}}
                     |    ^^^^^
                     = blocs de « layout » : « content », « title »
                2 erreurs

                """)
    }

    @Test func contentOfACallThatWouldBeDropped() {
        #expect(
            Page([
                "page": "{{<layout}}\n<p>a</p>\n{{b}}\n{{$main}}1{{/main}}\n{{$main}}2{{/main}}\n{{/layout}}\n",
                "layout": "{{$main}}{{/main}}",
            ]).compileReport == """
                web/page.mustache:2:1: erreur: ce contenu est hors de tout bloc : « layout » ne l’affichera pas [template-syntax]
                   2 | <p>a</p>
                     | ^^^^^^^^
                     = placez-le dans un bloc « {{$…}} » de « layout », ou supprimez-le
                web/page.mustache:5:1: erreur: le bloc « main » est rempli deux fois [template-syntax]
                   5 | {{$main}}2{{/main}}
                     | ^^^^^^^^^
                     = gardez un seul des deux blocs
                     = note: web/page.mustache:4:1: il l’est d’abord ici
                2 erreurs

                """)
    }

    @Test func theFaultsOfAllFilesAreGathered() {
        let page = Page(["page": "{{#a}}", "partials/head": "{{", "footer": "{{/b}}{{>c}}"])
        #expect(
            page.compileReport.split(separator: "\n").filter { $0.hasPrefix("web/") } == [
                "web/footer.mustache:1:1: erreur: « {{/b}} » ferme « b », qui n’est pas ouvert [template-syntax]",
                "web/footer.mustache:1:10: erreur: le gabarit « c » n’existe pas [template-unknown-partial]",
                "web/page.mustache:1:1: erreur: la section « a » n’est pas fermée [template-unclosed-section]",
                "web/partials/head.mustache:1:1: erreur: la balise ouverte par « {{ » n’est pas fermée [template-syntax]",
            ])
    }

    @Test func bytesThatAreNotUTF8() {
        let file = TemplateFile(path: "web/page.mustache", name: "page", bytes: [0xC3, 0xA9, 0x0A, 0xE9, 0x0A])
        #expect(
            TemplateLibrary.compile([file]).diagnostics == [
                .error(
                    .fileNotUTF8, at: SourceLocation(file: "web/page.mustache", offset: 3),
                    "le fichier n’est pas enregistré en UTF-8 (il semble l’être en Windows-1252)",
                    advice: "dans votre éditeur, choisissez « Enregistrer sous… », puis l’encodage « UTF-8 »")
            ])
    }

    @Test func twoFilesOfOneName() {
        let files = ["web/page.mustache", "autre/page.mustache"].map {
            TemplateFile(path: $0, name: "page", bytes: [])
        }
        #expect(
            TemplateLibrary.compile(files).diagnostics == [
                .error(
                    .templateSyntax, at: SourceLocation(file: "autre/page.mustache"),
                    "deux gabarits portent le nom « page »", advice: "renommez l’un des deux",
                    notes: [.init("l’autre est ici", at: SourceLocation(file: "web/page.mustache"))])
            ])
    }

    @Test func aTemplateWithAFaultStillRendersWhatWasUnderstood() {
        let page = Page(["page": "<p>{{title</p><b>{{title}}</b>"])
        #expect(page.render(["title": "Élus"]).text == "<p>{{title</p><b>Élus</b>")
    }
}
