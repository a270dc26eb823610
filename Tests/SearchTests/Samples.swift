import ContentReading
import Diagnostics
import SiteModel
import Testing

/// A small site with texts that the index may hold and texts that it must not.
enum Samples {
    /// Stands in every text that no record may repeat.
    static let secret = "refuge"

    static func site() throws -> Site {
        let day = try date("2026-11-24")
        let guides = [
            try page(
                "content/guides/environnement/depots.md", .guide(theme: "environnement"), "Dépôts sauvages", "Du constat à l’amende.",
                "## Constater\n\nPhotographier *les* lieux.\n\n- Amende : :fact[amende]\n"),
            try page(
                "content/guides/violences-intrafamiliales/accueillir.md", .guide(theme: Page.violence),
                "Accueillir une victime", "Trouver un refuge.", "Un refuge, tout de suite.\n", offline: false),
        ]
        var site = Site(
            settings: settings, today: day,
            facts: [
                "17": fact("17", .telephone, "17", "Police secours", day),
                "amende": fact("amende", .amount, "15 000 €", "Amende maximale", day),
            ],
            communes: [try commune()], units: ["1": Unit(id: "1", institution: .gendarmerie, name: "Brigade de gendarmerie de Saint-Gervais")],
            guides: guides,
            pages: [
                try page("content/pages/operation.md", .page, "L’opération", "", "Sept engagements.\n"),
                try page("content/pages/confidentiel.md", .page, "Confidentiel", "Un refuge.", "Un refuge.\n", offline: false),
            ],
            alerts: [
                Alert(
                    page: try page("content/alerts/tue.md", .alert, "Alerte tue", "Un refuge.", "Un refuge.\n", offline: false),
                    kind: .autre, level: .information, communes: [], sent: LocalMoment(day), expires: LocalMoment(day), source: "Gendarmerie")
            ])
        site.editions = [
            try edition("2026-12", "Décembre 2026", featured: [guides[0].file], "L’éditorial de décembre.\n"),
            try edition("2026-11", "Novembre 2026", featured: [guides[1].file], "Un refuge, ce mois-ci.\n"),
        ]
        return site
    }

    private static let settings = SiteSettings(
        title: "Portail d’exemple",
        departement: .init(code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
        publisher: .init(name: "", address: "", telephone: "", email: "", director: "", host: .init(name: "", address: "", telephone: "")),
        baseURL: "https://portail.exemple.fr/", timezone: "Europe/Paris", demonstration: true,
        themes: [
            .init(id: "environnement", title: "Environnement", summary: "Protéger l’eau et les sols"),
            .init(id: Page.violence, title: "Violences intrafamiliales", summary: "Trouver un refuge."),
        ],
        emergency: ["17"])

    private static func commune() throws -> Commune {
        Commune(
            code: try code("74236"), name: "Saint-Gervais-les-Bains", article: .none, postalCodes: ["74170"], population: 5_600,
            arrondissement: "Bonneville", unitIDs: ["1"],
            parts: [CommunePart(kind: .associated, code: try code("74117"), name: "Le Fayet")])
    }

    private static func edition(_ id: String, _ period: String, featured: [Page.ID], _ editorial: String) throws -> Edition {
        Edition(
            page: try page("content/bulletins/\(id).md", .bulletin, "", "", editorial), number: 1, period: period,
            date: try date("2026-11-02"), featured: featured, briefs: [], director: "", printer: "")
    }

    private static func page(
        _ file: String, _ kind: Page.Kind, _ title: String, _ summary: String, _ markdown: String, offline: Bool = true,
    ) throws -> Page {
        var front = FrontMatter()
        front.title = title
        front.summary = summary
        front.offline = offline
        front.tags = [offline ? "dépôts" : secret]
        let (document, diagnostics) = MarkdownParser().parse(Array(markdown.utf8)[...], file: file)
        try #require(diagnostics.isEmpty)
        let slug = try #require(file.split(separator: "/").last).dropLast(".md".count)
        return Page(file: file, kind: kind, slug: String(slug), frontMatter: front, document: document)
    }

    private static func fact(_ id: String, _ kind: Fact.Kind, _ value: String, _ label: String, _ checked: CalendarDate) -> Fact {
        Fact(id: id, kind: kind, value: value, label: label, reference: nil, source: "", sourceURL: nil, checked: checked)
    }

    private static func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
    private static func code(_ text: String) throws -> INSEECode { try #require(INSEECode(text)) }
}
