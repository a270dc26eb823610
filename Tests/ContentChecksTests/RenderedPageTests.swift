import ContentChecks
import SiteModel
import Testing

@Suite struct RenderedPageTests {
    @Test func linksAndIdentifiersAreReadFromAnyQuotes() {
        let page = RenderedPage(Array("<a class=\"b\" href=\"/a/?x=1&amp;y=2#z\">t</a><img src='i.png' id=q><p id=\"é\" data-href=\"/non/\" data-id='n'>".utf8))
        #expect(page.links == ["/a/?x=1&y=2#z", "i.png"])
        #expect(page.identifiers == ["é"])
    }

    @Test func anAttributeThatIsCutShortEndsThePage() {
        #expect(RenderedPage(Array("<a href=\"/a".utf8)).links == ["/a"])
        #expect(RenderedPage(Array("href=\"/a\"".utf8)).links.isEmpty)
        #expect(RenderedPage([]).links.isEmpty)
    }

    private let settings: SiteSettings = {
        let host = SiteSettings.Publisher.Host(name: "h", address: "h", telephone: "04 65 71 00 02")
        return SiteSettings(
            title: "t", departement: .init(code: "74", name: "n", locative: "l", genitive: "g"),
            publisher: .init(name: "p", address: "a", telephone: "04 65 71 00 00", email: "a@exemple.fr", director: "d", host: host),
            baseURL: "https://exemple.fr/portail/", timezone: "Europe/Paris", demonstration: true, themes: [], emergency: [])
    }()

    @Test(arguments: [
        ("#ici", "/portail/guides/elus/", "ici"), ("?a=1#ici", "/portail/guides/elus/", "ici"), ("", "/portail/guides/elus/", nil),
        ("../", "/portail/guides/", nil), ("..", "/portail/guides/", nil), ("./x/", "/portail/guides/elus/x/", nil),
        ("/portail/a/../b/index.html", "/portail/b/", nil), ("https://exemple.fr/portail/x/#y", "/portail/x/", "y"),
        ("../../../../../x", "/x", nil), ("/ailleurs/", "/ailleurs/", nil),
    ] as [(String, String, String?)]) func whatIsInsideHasAPath(address: String, path: String, anchor: String?) {
        #expect(LinkTarget(address, on: "/portail/guides/elus/", of: settings) == .inside(path: path, anchor: anchor))
    }

    @Test func theRestIsOutsideOrNoPage() {
        for address in ["https://exemple.fr/autre/", "http://a.fr", "//a.fr/b"] {
            #expect(LinkTarget(address, on: "/", of: settings).path == nil)
        }
        #expect(LinkTarget("//a.fr/b", on: "/", of: settings) == .outside("https://a.fr/b"))
        for address in ["mailto:a@exemple.fr", "tel:17", "data:text/plain,x"] { #expect(LinkTarget(address, on: "/", of: settings) == .other) }
    }
}
