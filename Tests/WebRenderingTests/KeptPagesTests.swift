import SiteModel
import Testing

@testable import WebRendering

/// What a device may keep, as pages and the service worker say it.
@Suite struct KeptPagesTests {
    private func renderer(_ site: Site, printed: Bool = true) throws -> WebRenderer {
        let (library, assets) = try Samples.templates()
        return WebRenderer(site: site, templates: library, assets: assets, printed: printed ? Samples.printed(site) : [:])
    }

    private func commune(_ site: Site, printed: Bool = true) throws -> String {
        let renderer = try renderer(site, printed: printed)
        let page = try #require(renderer.pages.first { $0.route.path == "/communes/74010-annecy/" })
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes) == [])
        return String(decoding: bytes, as: UTF8.self)
    }

    private func worker(_ site: Site, version: String = "1") throws -> String {
        let (route, bytes) = try renderer(site).serviceWorker(Array("// script\n".utf8), version: version)
        #expect(route.path == "/sw.js")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aCommuneIsKeptWithItsLastBulletin() throws {
        let twin = "/communes/74010-annecy/bulletin-2026-11/"
        let pdf = "/communes/74010-annecy/bulletin-2026-11.pdf"
        #expect(try commune(Samples.rich()).contains("data-keep=\"\(twin) \(pdf)\""))
        #expect(try commune(Samples.rich(), printed: false).contains("data-keep=\"\(twin)\""))
        let settings = Samples.settings(baseURL: "https://exemple.fr/portail/")
        #expect(try worker(Samples.rich(settings: settings)).contains("\"base\":\"/portail/\""))
    }

    @Test func theWorkerKnowsTheGuidesButNoSensitiveOne() throws {
        let text = try worker(Samples.rich())
        #expect(text.hasPrefix("const site = {\"base\":\"/\",\"version\":\"1\","))
        #expect(text.hasSuffix("};\n// script\n"))
        #expect(text.contains("\"/guides/elus/menaces/\""))
        #expect(text.contains("\"/presents-pour-les-elus/\""))
        #expect(text.contains("\"apart\":[\"/guides/violences-intrafamiliales/\"]"))
        #expect(!text.contains("accueillir"))
    }

    enum Quote: CaseIterable { case phenomenon, guide, titleAlone, alert, note, editorial }

    /// Were it but a title, the bulletin, PDF and twin, is not kept, and its answers are not either.
    @Test(arguments: Quote.allCases)
    func aBulletinWithATextOfASensitivePageIsNotKept(_ quote: Quote) throws {
        var site = try Samples.rich()
        let violence = "content/guides/violences-intrafamiliales/accueillir.md"
        let former = site.editions[0]
        var kept = former.featured
        switch quote {
        case .phenomenon: kept.insert(violence, at: 0)
        case .guide: kept.insert(violence, at: 1)
        case .titleAlone: kept = Array(kept.prefix(2)) + [violence]
        case .alert:
            let alert = site.alerts[0]
            site.alerts[0] = Alert(
                page: apart(alert.page), kind: alert.kind, level: alert.level, communes: [], sent: alert.sent, expires: alert.expires,
                source: alert.source)
        case .note:
            let code = site.communes[0].code
            site.communeNotes[code] = apart(
                Page(file: "n.md", kind: .commune(code), slug: "n", frontMatter: FrontMatter(), document: former.page.document))
        case .editorial: site.editions[0].page = apart(former.page)
        }
        site.editions[0].featured = kept
        #expect(try !commune(site).contains("data-keep=\"/"))
        #expect(try worker(site).contains("bulletin-2026-11/\""))
    }

    private func apart(_ page: Page) -> Page {
        var front = page.frontMatter
        front.offline = false
        return Page(file: page.file, kind: page.kind, slug: page.slug, frontMatter: front, document: page.document)
    }

    /// Neither its title nor its summary stands on the pages that list alerts.
    @Test func aSensitiveAlertIsListedWithoutItsWords() throws {
        var site = try Samples.rich()
        let alert = site.alerts[0]
        site.alerts[0] = Alert(
            page: apart(alert.page), kind: alert.kind, level: alert.level, communes: [], sent: alert.sent, expires: alert.expires,
            source: alert.source)
        let text = try commune(site)
        #expect(!text.contains(alert.page.frontMatter.title))
        #expect(text.contains("Message de prévention"))
    }

    @Test func theManifestTakesItsColoursFromTheStyleSheet() throws {
        let text = String(decoding: try renderer(Samples.rich()).manifest(), as: UTF8.self)
        #expect(text.contains("\"theme_color\":\"#143f35\"") && text.contains("\"background_color\":\"#fbf8f2\""))
        #expect(text.contains("\"purpose\":\"maskable\""))
        #expect(WebRenderer.token("--band", in: Array(":root{--band:  #123456 }".utf8)) == "#123456")
        #expect(WebRenderer.token("--none", in: Array(":root{}".utf8)) == nil)
    }

    @Test func everyPageSaysOfWhenItIsAndWhenThatIsOld() throws {
        var site = try Samples.rich()
        site.settings.staleAfterDays = 12
        let text = try commune(site)
        #expect(text.contains("data-stale-after=\"12\">Informations du <time datetime=\"2026-11-24\">24\u{A0}novembre 2026</time>"))
    }

    @Test func aPageIsLeftForThePlaceThatTheSiteNames() throws {
        var site = try Samples.rich()
        site.settings.quickExit = "https://www.exemple.fr/"
        let renderer = try renderer(site)
        let page = try #require(renderer.pages.first { $0.route.path.hasSuffix("/accueillir/") })
        var bytes: [UInt8] = []
        _ = renderer.render(page, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains("<a href=\"https://www.exemple.fr/\" rel=\"noreferrer nofollow\">"))
    }
}
