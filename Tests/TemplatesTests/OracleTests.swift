import Diagnostics
import TemplateOracle
import Templates
import Testing

/// swift-mustache renders a layout like that of a site, with its partials and blocks, to the same bytes.
@Suite struct OracleTests {
    private static let files: [TemplateFile] = [
        (
            "layouts/base",
            """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <title>{{$title}}{{title}}{{/title}} – {{site.name}}</title>
            {{#noindex}}
            <meta name="robots" content="noindex">
            {{/noindex}}
            {{>partials/head}}
            </head>
            <body>
            {{! Une seule bannière, en haut de chaque page. }}
            {{#demonstration}}<p class="demonstration">EXEMPLE : NE PAS DIFFUSER</p>{{/demonstration}}
            <nav aria-label="Navigation principale">
            <ul>
            {{#nav}}
            <li><a href="{{url}}"{{#current}} aria-current="page"{{/current}}>{{label}}</a></li>
            {{/nav}}
            </ul>
            </nav>
            <main id="contenu">
            {{$main}}
            <p>Page vide</p>
            {{/main}}
            </main>
            {{>partials/footer}}
            </body>
            </html>

            """
        ),
        (
            "layouts/guide",
            """
            {{<layouts/base}}
            {{$main}}
            <article>
            <h1>{{title}}</h1>
            {{$lead}}{{#summary}}<p class="lead">{{summary}}</p>{{/summary}}{{/lead}}
            {{$body}}{{/body}}
            </article>
            {{/main}}
            {{/layouts/base}}

            """
        ),
        (
            "partials/head",
            """
            <link rel="stylesheet" href="{{assets.style}}">
            {{#canonical}}
            <link rel="canonical" href="{{.}}">
            {{/canonical}}

            """
        ),
        (
            "partials/footer",
            """
            <footer>
            {{#sources}}
            <p>{{producer}}, {{vintage}}{{^vintage}}sans date{{/vintage}}</p>
            {{/sources}}
            {{^sources}}
            <p>Aucune source</p>
            {{/sources}}
            </footer>

            """
        ),
        (
            "partials/unit",
            """
            <li>{{name}}{{#phone}} : <a href="tel:{{phone}}">{{phone}}</a>{{/phone}}</li>

            """
        ),
        (
            "guide",
            """
            {{<layouts/guide}}
            {{$title}}Guide : {{title}}{{/title}}
            {{$body}}
            {{{body}}}
            {{#communes}}
            <section id="{{code}}">
            <h2>{{name}} ({{site.name}})</h2>
            <ul>
            {{#units}}
            {{>partials/unit}}
            {{/units}}
            {{^units}}
            <li>Aucune unité à {{name}}</li>
            {{/units}}
            </ul>
            </section>
            {{/communes}}
            {{/body}}
            {{/layouts/guide}}

            """
        ),
        (
            "accueil",
            """
            {{<layouts/base}}
            {{/layouts/base}}

            """
        ),
        (
            "menu",
            """
            <ul>
            {{#entries}}
            <li>{{label}}
            {{>menu}}
            </li>
            {{/entries}}
            </ul>

            """
        ),
    ].map { TemplateFile(path: "web/\($0.0).mustache", name: $0.0, bytes: Array($0.1.utf8)) }

    private static let shared: Object = [
        "site": ["name": "Élus & sécurité en Haute-Savoie"],
        "assets": ["style": "/style.css"],
        "demonstration": true,
        "nav": [
            ["url": "/", "label": "Accueil", "current": false],
            ["url": "/guides/?a=1&b=\"2\"", "label": "Les guides <nouveaux>", "current": true],
        ],
    ]

    private static let guide: Object = [
        "title": "L’escroquerie au « faux président » & l'urgence", "summary": "À lire d’abord",
        "noindex": true,
        "canonical": "https://exemple.fr/guides/", "body": .html(Array("<p>Déjà <em>rendu</em> &amp; sûr</p>".utf8)),
        "communes": [
            [
                "code": "74010", "name": "Annecy",
                "units": [
                    ["name": "Brigade d’Annecy", "phone": "04 65 71 00 01"],
                    ["name": "Commissariat", "phone": .absent],
                ],
            ],
            ["code": "74001", "name": "Abondance", "units": []],
        ],
        "sources": [["producer": "INSEE", "vintage": "2023"], ["producer": "Préfecture", "vintage": ""]],
    ]

    private static let home: Object = [
        "title": "Accueil", "summary": .absent, "noindex": false, "canonical": .absent, "sources": [],
    ]

    private static let menu: Object = [
        "entries": [
            ["label": "Cybersécurité", "entries": [["label": "Hameçonnage", "entries": []]]],
            ["label": "Environnement", "entries": []],
        ]
    ]

    private static let pages = ["guide": guide, "accueil": home, "menu": menu]

    @Test(arguments: ["guide", "accueil", "menu"])
    func theOracleRendersTheSameBytes(template: String) throws {
        let context = try #require(Self.pages[template])
        let (library, faults) = TemplateLibrary.compile(Self.files)
        #expect(faults == [])
        var output: [UInt8] = []
        #expect(library.render(template, context, outer: [Self.shared], into: &output) == [])
        let expected = try #require(
            try MustacheOracle(Self.files).render(template, context, outer: [Self.shared]))
        #expect(String(decoding: output, as: UTF8.self) == expected)
        #expect(expected.contains("<ul>"))
    }
}
