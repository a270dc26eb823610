import SiteModel
import Testing

@testable import SiteAssembly

@Suite struct RedirectTableTests {
    @Test(arguments: [
        "/ancienne/page/", "/ancienne/page.html", "/été/Menaces_2/", "/page.html",
    ])
    func aFormerRouteIsWrittenAsAddressesAre(_ text: String) {
        #expect(Route.former(text)?.path == text)
    }

    @Test(arguments: [
        "/", "", "page/", "/page", "//exemple.fr/", "/a//b/", "/a/../b/", "/a/./b/", "/.git/", "/a b/", "/a?b/", "/a#b/", "/a%2F/",
        "/a\u{0}/", "/a\u{202E}/", "/robots.txt", "/robots.txt/", "/a.html/", "/.html", "https://exemple.fr/a/", "/a\\b/", "/<b>/",
    ])
    func whatNoPageCouldHaveBeenIsRefused(_ text: String) {
        #expect(Route.former(text) == nil)
    }
}
