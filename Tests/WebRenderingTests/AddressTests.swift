import SiteModel
import Syndication
import Testing

@testable import WebRendering

@Suite struct AddressTests {
    @Test func routesFollowThePathOfTheSite() {
        let root = Addresses(Samples.settings(baseURL: "https://exemple.fr/"))
        let below = Addresses(Samples.settings(baseURL: "https://exemple.fr/74/portail"))
        #expect(root.href(.communes) == "/communes/")
        #expect(below.href(.communes) == "/74/portail/communes/")
        #expect(below.href(.home) == "/74/portail/")
        #expect(Addresses(Samples.settings(baseURL: "https://exemple.fr")).origin == "https://exemple.fr")
        #expect(below.origin + below.href(.agenda) == below.canonical(.agenda))
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

@Suite struct ListedPageTests {
    @Test func robotsAreToldOfPagesButNeitherOfTwinsNorOfTheErrorPage() throws {
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(site: try Samples.rich(), templates: library, assets: assets)
        let routes = renderer.listed.map(\.route.path)
        #expect(routes.contains("/communes/74010-annecy/"))
        #expect(!routes.contains { $0.contains("bulletin-2026-11") || $0.contains("404") })
    }

    @Test func aPageIsAsOldAsTheLatestOfWhatItSays() throws {
        var site = try Samples.rich()
        site.alerts = []
        let (library, assets) = try Samples.templates()
        func updated(_ path: String) throws -> CalendarDate? {
            let renderer = WebRenderer(site: site, templates: library, assets: assets)
            return try #require(renderer.listed.first { $0.route.path == path }).updated
        }
        let before = try #require(try updated("/communes/74080-la-clusaz/"))
        let later = try #require(before.adding(days: 3))
        site.alerts = [
            Alert(
                page: Samples.page("a.md", .alert, "a", "A", "", later, Text.short), kind: .autre, level: .danger,
                communes: [try Samples.code("74080")], sent: LocalMoment(later), expires: LocalMoment(later), source: "La brigade")
        ]
        #expect(try updated("/communes/74080-la-clusaz/") == later)
        #expect(try updated("/communes/74010-annecy/") == before)
    }
}
