import SiteModel
import Testing

@testable import WebRendering

@Suite struct AddressTests {
    @Test func routesFollowThePathOfTheSite() {
        let root = Addresses(Samples.settings(baseURL: "https://exemple.fr/"))
        let below = Addresses(Samples.settings(baseURL: "https://exemple.fr/74/portail"))
        #expect(root.href(.communes) == "/communes/")
        #expect(below.href(.communes) == "/74/portail/communes/")
        #expect(below.href(.home) == "/74/portail/")
        #expect(below.canonical(.agenda) == "https://exemple.fr/74/portail/agenda/")
    }

    @Test func whatAddressesCannotHoldIsEncoded() {
        let addresses = Addresses(Samples.settings())
        #expect(addresses.href(Route("/guides/élus/\"x y\"/#preuves")) == "/guides/%C3%A9lus/%22x%20y%22/#preuves")
        #expect(
            Addresses.mailto("a+b@exemple.fr", subject: "Être là & ici ?")
                == "mailto:a+b@exemple.fr?subject=%C3%8Atre%20l%C3%A0%20%26%20ici%20%3F")
    }
}

@Suite struct AssetTableTests {
    @Test func anAssetIsNamedByItsContent() throws {
        let first = AssetTable([("style.css", Array("a{}".utf8)), ("LICENCE", [])])
        let second = AssetTable([("style.css", Array("b{}".utf8))])
        let route = try #require(first.route("style.css")).path
        #expect(route.hasPrefix("/assets/style.") && route.hasSuffix(".css"))
        #expect(route.utf8.count == "/assets/style.12345678.css".utf8.count)
        #expect(second.route("style.css")?.path != route)
        #expect(first.route("other.css") == nil)
        #expect(first.assets.map(\.name) == ["LICENCE", "style.css"])
    }
}

@Suite struct CrawlerFilesTests {
    @Test func aDemonstrationKeepsRobotsAway() throws {
        #expect(CrawlerFiles.robots(try Samples.rich()) == Array("User-agent: *\nDisallow: /\n".utf8))
    }

    @Test func aSiteNamesItsSitemap() throws {
        let text = String(decoding: CrawlerFiles.robots(try Samples.minimal()), as: UTF8.self)
        #expect(text == "User-agent: *\nAllow: /\n\nSitemap: https://portail.exemple.fr/sitemap.xml\n")
    }

    @Test func theSitemapListsPagesButNeitherTwinsNorTheErrorPage() throws {
        let site = try Samples.rich()
        let (library, assets) = try Samples.templates()
        let pages = WebRenderer(site: site, templates: library, assets: assets).pages
        let files = CrawlerFiles.sitemaps(pages, settings: site.settings)
        #expect(files.map(\.route.path) == ["/sitemap.xml"])
        let text = String(decoding: files[0].bytes, as: UTF8.self)
        #expect(text.contains("<url><loc>https://portail.exemple.fr/communes/74010-annecy/</loc></url>"))
        #expect(!text.contains("bulletin-2026-11") && !text.contains("404"))
    }

    @Test func manyPagesAreSharedOutAmongFiles() {
        let pages = (0..<50_001).map { WebPage(.guide, Route("/guides/elus/\($0)/"), source: "") }
        let files = CrawlerFiles.sitemaps(pages, settings: Samples.settings())
        #expect(files.map(\.route.path) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"])
        let counts = files.map { String(decoding: $0.bytes, as: UTF8.self).split(separator: "<loc>").count - 1 }
        #expect(counts == [2, 45_000, 5_001])
    }
}
