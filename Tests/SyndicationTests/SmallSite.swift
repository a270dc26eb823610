import SiteModel
import Testing

/// Two communes and what a test adds.
enum SmallSite {
    static func make(
        _ alerts: [Alert] = [], demonstration: Bool = false, baseURL: String = "https://exemple.fr/portail/",
        timezone: String = "Europe/Paris",
    ) throws -> Site {
        Site(
            settings: SiteSettings(
                title: "Portail", departement: .init(
                    code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
                publisher: .init(
                    name: "Préfecture (exemple)", address: "1 place de l’Exemple, 74000 Annecy", telephone: "04 65 71 00 00",
                    email: "portail@exemple.fr", director: "Le préfet (exemple)",
                    host: .init(name: "Hébergeur d’exemple", address: "", telephone: "")),
                baseURL: baseURL, timezone: timezone, demonstration: demonstration, themes: [], emergency: []),
            today: try date("2026-11-24"),
            communes: [try commune("74010", "Annecy", .vowel), try commune("74080", "La Clusaz", .la)], alerts: alerts)
    }

    static func commune(_ code: String, _ name: String, _ article: NameArticle) throws -> Commune {
        Commune(
            code: try #require(INSEECode(code)), name: name, article: article, postalCodes: ["74000"], population: nil,
            arrondissement: "", unitIDs: [])
    }

    static func alert(
        _ slug: String, _ title: String, sent: String, communes: [String] = [], updated: String? = nil,
        offline: Bool = true, summary: String = "Un résumé.",
    ) throws -> Alert {
        var front = FrontMatter()
        front.title = title
        front.summary = summary
        front.updated = try updated.map(date)
        front.offline = offline
        let page = Page(
            file: "content/alerts/\(slug).md", kind: .alert, slug: slug, frontMatter: front,
            document: Document())
        return Alert(
            page: page, kind: .cambriolage, level: .vigilance, communes: try communes.map { try #require(INSEECode($0)) },
            sent: LocalMoment(try date(sent)),
            expires: LocalMoment(try date("2027-01-31")), source: "La brigade (exemple)")
    }

    static func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
}
