import SiteModel
import Testing

@testable import API

/// Two communes, and what a test adds.
enum SmallCatalogue {
    static func site(demonstration: Bool = false) throws -> Site {
        var site = Site(
            settings: SiteSettings(
                title: "Portail", departement: .init(
                    code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
                publisher: .init(
                    name: "Préfecture (exemple)", address: "1 place de l’Exemple, 74000 Annecy", telephone: "04 65 71 00 00",
                    email: "portail@exemple.fr", director: "Le préfet (exemple)",
                    host: .init(name: "Hébergeur d’exemple", address: "", telephone: "")),
                baseURL: "https://exemple.fr/portail/", timezone: "Europe/Paris", demonstration: demonstration, themes: [],
                emergency: []),
            today: try day("2026-11-24"))
        site.communes = [try commune("01004", "Ambérieu"), try commune("2A004", "Ajaccio")]
        return site
    }

    static func catalogue(_ site: Site) -> Catalogue { Catalogue(site) { _ in false } }

    static func commune(_ code: String, _ name: String) throws -> Commune {
        Commune(
            code: try #require(INSEECode(code)), name: name, article: .none, postalCodes: ["01500"], population: nil,
            arrondissement: "", unitIDs: [])
    }

    static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    static func alert(_ slug: String, offline: Bool = true) throws -> Alert {
        var front = FrontMatter()
        front.title = slug
        front.offline = offline
        let page = Page(file: "content/alerts/\(slug).md", kind: .alert, slug: slug, frontMatter: front, document: Document())
        return Alert(
            page: page, kind: .vol, level: .vigilance, communes: [], sent: LocalMoment(try day("2026-11-20")),
            expires: LocalMoment(try day("2027-01-31")), source: "")
    }
}

extension Catalogue {
    func kind(_ name: String) throws -> Kind { try #require(kinds.first { $0.name == name }) }

    func lines(_ name: String) throws -> [String] {
        String(decoding: try kind(name).lines(), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Cells of a table without quotes, row by row.
    func rows(_ name: String) throws -> [[String: String]] {
        let rows = String(decoding: try kind(name).table(), as: UTF8.self).split(separator: "\r\n").map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }
}
