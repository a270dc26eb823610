import SiteModel
import Testing

@testable import WebRendering

@Suite struct PrintableTests {
    private let site: Site

    init() throws {
        var site = try Samples.rich()
        let guide = site.guides[0]
        var frontMatter = guide.frontMatter
        frontMatter.print = [.leafletA5, .communeA4, .cards]
        site.guides[0] = Page(
            file: guide.file, kind: guide.kind, slug: guide.slug, frontMatter: frontMatter, document: guide.document)
        self.site = site
    }

    private func html(_ printed: [Route: PrintedDocument], _ path: String) throws -> String {
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(site: site, templates: library, assets: assets, printed: printed)
        let page = try #require(renderer.pages.first { $0.route.path == path }, "no page at \(path)")
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes) == [])
        return String(decoding: bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
    }

    @Test func aPageOffersTheSheetsThatExistWithTheirPaperPagesAndSize() throws {
        let guide = site.guides[0]
        let leaflet = try #require(Route.sheet(.leafletA5, of: guide))
        let page = try #require(Route.page(guide)).path
        let html = try html([leaflet: PrintedDocument(pages: 4, bytes: 66_000)], page)
        #expect(html.contains("À imprimer"))
        #expect(html.contains("fiche-a5.pdf\" type=\"application/pdf\">Fiche <span class=\"format\">(PDF, A5, 4 pages, 66 ko)</span>"))
        #expect(!html.contains("livret-a5.pdf") && !html.contains("cartes-a6.pdf"))
    }

    @Test func aCommuneOffersItsOwnSheetsAndTheGuideSaysWhereTheyAre() throws {
        let (guide, commune) = (site.guides[0], site.communes[0])
        let sheet = try #require(Route.communeSheet(of: guide, for: commune))
        #expect(sheet.path.hasSuffix("/fiche-elus-menaces.pdf"))
        let printed = [sheet: PrintedDocument(pages: 1, bytes: 30_000)]
        #expect(try html(printed, Route.commune(commune).path).contains("\(sheet.path.split(separator: "/").last ?? "")\" type"))
        #expect(try html(printed, try #require(Route.page(guide)).path).contains("Fiche de votre commune"))
        #expect(!(try html(printed, Route.commune(site.communes[1]).path)).contains("À imprimer"))
    }

    @Test func withoutPDFsNothingIsOffered() throws {
        let page = try #require(Route.page(site.guides[0])).path
        #expect(!(try html([:], page)).contains("À imprimer"))
    }

    @Test func otherPagesDoNotOfferThem() throws {
        let cards = try #require(Route.sheet(.cardsA6, of: site.guides[0]))
        for page in ["/", "/guides/"] {
            #expect(!(try html([cards: PrintedDocument(pages: 2, bytes: 20_000)], page)).contains("cartes-a6.pdf"), "\(page)")
        }
    }
}
