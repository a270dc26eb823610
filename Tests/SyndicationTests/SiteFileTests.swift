import SiteModel
import Testing

@testable import Syndication

@Suite struct CrawlerFilesTests {
    @Test func aDemonstrationKeepsRobotsAway() throws {
        #expect(CrawlerFiles.robots(try SmallSite.make(demonstration: true)) == Array("User-agent: *\nDisallow: /\n".utf8))
    }

    @Test func aSiteNamesItsSitemap() throws {
        let text = String(decoding: CrawlerFiles.robots(try SmallSite.make()), as: UTF8.self)
        #expect(text == "User-agent: *\nAllow: /\n\nSitemap: https://exemple.fr/portail/sitemap.xml\n")
    }

    @Test func aPageIsListedWithItsDay() throws {
        let entries = [
            CrawlerFiles.Entry(route: Route("/guides/été/"), updated: try SmallSite.date("2026-11-02")),
            CrawlerFiles.Entry(route: .agenda),
        ]
        let files = CrawlerFiles.sitemaps(entries, settings: try SmallSite.make().settings)
        #expect(files.map(\.route.path) == ["/sitemap.xml"])
        let lines = String(decoding: files[0].bytes, as: UTF8.self).split(separator: "\n").dropFirst(2)
        #expect(
            lines == [
                "<url>", "<loc>https://exemple.fr/portail/guides/%C3%A9t%C3%A9/</loc>", "<lastmod>2026-11-02</lastmod>",
                "</url>", "<url>", "<loc>https://exemple.fr/portail/agenda/</loc>", "</url>", "</urlset>",
            ])
    }

    @Test func manyPagesAreSharedOutAmongFiles() throws {
        let entries = (0..<50_001).map { CrawlerFiles.Entry(route: Route("/guides/elus/\($0)/")) }
        let files = CrawlerFiles.sitemaps(entries, settings: try SmallSite.make().settings)
        #expect(files.map(\.route.path) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"])
        let counts = files.map { String(decoding: $0.bytes, as: UTF8.self).split(separator: "<loc>").count - 1 }
        #expect(counts == [2, 45_000, 5_001])
    }
}

@Suite struct SecurityTextTests {
    @Test func allThatIsKnownIsSaid() throws {
        var site = try SmallSite.make(demonstration: true)
        site.settings.security = .init(
            contacts: ["mailto:securite@exemple.fr", "https://exemple.fr/securite/"], expires: try SmallSite.date("2027-11-20"),
            policy: "https://exemple.fr/politique/", languages: ["fr", "en"])
        let text = try #require(SecurityText.file(site).map { String(decoding: $0, as: UTF8.self) })
        #expect(
            text == """
                # EXEMPLE : NE PAS DIFFUSER
                Contact: mailto:securite@exemple.fr
                Contact: https://exemple.fr/securite/
                Expires: 2027-11-20T00:00:00Z
                Preferred-Languages: fr, en
                Canonical: https://exemple.fr/portail/.well-known/security.txt
                Policy: https://exemple.fr/politique/

                """)
    }

    @Test func nobodyIsInvented() throws {
        #expect(SecurityText.file(try SmallSite.make()) == nil)
    }
}
