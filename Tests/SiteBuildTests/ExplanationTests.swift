import Diagnostics
import SiteBuild
import Testing

@Suite struct ExplanationTests {
    private static let feeds = """
        données « communes » : content/feeds/communes.csv — Exemple, 2026, récupérées le 24 novembre 2026, Licence Ouverte 2.0
            ligne 2 du fichier
        données « units » : content/feeds/units.csv — Exemple, 2026, récupérées le 24 novembre 2026, Licence Ouverte 2.0
            aucune ligne ne porte le code 74010
        """

    private static let notice = "mention : « EXEMPLE : NE PAS DIFFUSER » ; les moteurs de recherche en sont écartés"

    private static let guide = """
        adresse : /guides/elus/menaces/
        fichier publié : public/guides/elus/menaces/index.html
        source : content/guides/elus/menaces.md
        gabarit : site-templates/web/guide.mustache
        qui emploie : layouts/page
        date de fabrication : 24 novembre 2026
        mis à jour : 24 novembre 2026
        destinataires : élu ; ce qui est publié est public, quel que soit le destinataire
        \(notice)
        fait « 17 » : 17 — Exemple, vérifié le 24 novembre 2026, à revérifier le 24 novembre 2027 au plus tard
        imprimé : /guides/elus/menaces/fiche-a5.pdf
        imprimé : /guides/elus/menaces/livret-a5.pdf
        imprimé : bulletin 2026-11, sujet du mois
        """

    private static let commune = """
        adresse : /communes/74010-annecy/
        fichier publié : public/communes/74010-annecy/index.html
        source : content/feeds/communes.csv
        gabarit : site-templates/web/commune.mustache
        qui emploie : layouts/page
        date de fabrication : 24 novembre 2026
        commune : Annecy (74010)
        service compétent : Brigade de gendarmerie d’Annecy-Meythet (GN, 1009192)
        \(feeds)
        """

    @Test(arguments: [
        ("/communes/74010-annecy/", commune),
        ("/communes/74010-annecy", commune),
        ("public/communes/74010-annecy/index.html", commune),
        ("/guides/elus/menaces/", guide),
        ("content/guides/elus/menaces.md", guide),
        ("https://portail.exemple.fr/guides/elus/menaces/", guide),
        (
            "/communes/74010-annecy/bulletin-2026-11.pdf",
            """
            adresse : /communes/74010-annecy/bulletin-2026-11.pdf
            source : content/bulletins/2026-11.md
            gabarit : site-templates/print/bulletin.typ
            guides : content/guides/elus/menaces.md
            commune : Annecy (74010)
            service compétent : Brigade de gendarmerie d’Annecy-Meythet (GN, 1009192)
            \(feeds)
            """
        ),
        (
            "/guides/elus/menaces/livret-a5.pdf",
            """
            adresse : /guides/elus/menaces/livret-a5.pdf
            source : content/guides/elus/menaces.md
            gabarit : site-templates/print/leaflet.typ
            """
        ),
        (
            "content/feeds/units.csv",
            "données « units » : content/feeds/units.csv — Exemple, 2026, récupérées le 24 novembre 2026, Licence Ouverte 2.0"
        ),
        ("content/facts.yml", "fait « 17 » : cité par content/site.yml, content/guides/elus/menaces.md"),
        (
            "content/bulletins/2026-11.md",
            "content/bulletins/2026-11.md : source de 4 pages : /bulletins/2026-11/, "
                + "/communes/74010-annecy/bulletin-2026-11/, /communes/74080-la-clusaz/bulletin-2026-11/ et 1 autre\n\(notice)"
        ),
        (
            "site-templates/web/commune.mustache",
            "site-templates/web/commune.mustache : gabarit de 3 pages : /communes/74010-annecy/, "
                + "/communes/74080-la-clusaz/ et /communes/74116-eteaux/"
        ),
    ])
    func saysWhereThingsComeFrom(subject: String, expected: String) async throws {
        let project = try TestProject()
        try project.edit("content/guides/elus/menaces.md", "audience: [élu]", "audience: [élu]\nprint: leaflet-a5")
        let asked = ["content/", "site-templates/", "public/"].contains(where: subject.hasPrefix)
            ? "\(project.folder)/\(subject)" : subject
        let explanation = try await Explanation.explain(asked, project.options)
        #expect(explanation.diagnostics == [])
        // The paths of the test's own folder, as a person in it would type them.
        let text = try #require(explanation.text).replacing("\(project.folder)/", with: "")
        let told = text.replacing("\u{A0}", with: " ")
        // Of a PDF the parts of its key follow, which another test is about; without Python, a line that says so.
        #expect(expected.contains(".pdf\n") && !expected.contains("fichier publié") ? told.hasPrefix(expected + "\nclé du cache : ") : told == expected)
    }

    @Test(arguments: ["/rien/", "content/rien.md", "74010"])
    func ofWhatIsNotThereItSaysNothing(subject: String) async throws {
        let project = try TestProject()
        #expect(try await Explanation.explain(subject, project.options).text == nil)
    }

    @Test func aFaultySiteIsExplainedAsFarAsItGoes() async throws {
        let project = try TestProject()
        try project.edit("content/guides/elus/menaces.md", "summary:", "sumary:")
        let explanation = try await Explanation.explain("/communes/74010-annecy/", project.options)
        #expect(explanation.text != nil)
        #expect(explanation.diagnostics.map(\.id) == [.keyUnknown])
    }
}
