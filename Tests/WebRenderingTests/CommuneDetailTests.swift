import SiteModel
import Testing

@testable import WebRendering

@Suite struct CommuneDetailTests {
    /// The page of the first commune of the smallest site, after `change`.
    private func page(_ change: (inout Commune) -> Void) throws -> String {
        var site = try Samples.minimal()
        change(&site.communes[0])
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(site: site, templates: library, assets: assets)
        let start = "/communes/\(site.communes[0].code)-"
        let page = try #require(renderer.pages.first { $0.route.path.hasPrefix(start) })
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes).isEmpty)
        return String(decoding: bytes, as: UTF8.self).replacing("&nbsp;", with: "\u{A0}")
    }

    @Test func formerCommunesAreNamed() throws {
        let code = try #require(INSEECode("74011"))
        let text = try page { commune in
            commune.parts = ["Annecy-le-Vieux", "Cran-Gevrier"].map { CommunePart(kind: .delegated, code: code, name: $0) }
            commune.parts.append(CommunePart(kind: .associated, code: code, name: "L'Autre"))
        }
        #expect(text.contains("<li>communes déléguées\u{A0}: Annecy-le-Vieux et Cran-Gevrier</li>"))
        #expect(text.contains("<li>commune associée\u{A0}: L’Autre</li>"))
    }

    @Test func theMayorIsNamedWithTheStartOfTheMandate() throws {
        let text = try page {
            $0.mayor = Mayor(firstName: "Prénom", surname: "EXEMPLE", since: CalendarDate(year: 2026, month: 3, day: 15))
        }
        #expect(
            text.contains(
                "<li>maire\u{A0}: Prénom EXEMPLE, depuis le <time datetime=\"2026-03-15\">15\u{A0}mars 2026</time></li>"))
        #expect(try !page { $0.mayor = nil }.contains("<li>maire"))
    }

    /// A suppressed figure is said in words; a cell is never markup; the source stands below.
    @Test func detailsStandWithTheirSource() throws {
        let feed = Feed(
            id: "logements", file: "logements.csv", format: "table", title: "Recensement", producer: "INSEE",
            licence: "Licence Ouverte 2.0", vintage: "2022", retrieved: try #require(CalendarDate(iso: "2026-11-24")),
            nature: .official)
        func detail(_ label: String, _ value: CommuneDetail.Value, unit: String? = nil) -> CommuneDetail {
            CommuneDetail(label: label, value: value, unit: unit, feed: feed.id)
        }
        var site = try Samples.minimal()
        site.feeds.append(feed)
        site.communes[0].details = [
            detail("Logements", .number(whole: "70123", decimals: "")),
            detail("Évolution", .number(whole: "-0", decimals: "50"), unit: "%"),
            detail("Vacants", .suppressed), detail("Gare", .text("Annecy <b>")),
        ]
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(site: site, templates: library, assets: assets)
        let page = try #require(renderer.pages.first { $0.route.path.hasPrefix("/communes/\(site.communes[0].code)-") })
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes).isEmpty)
        let text = String(decoding: bytes, as: UTF8.self).replacing("&nbsp;", with: "\u{A0}")
        #expect(text.contains("<dt>Logements</dt><dd>70\u{202F}123</dd>"))
        #expect(text.contains("<dt>Évolution</dt><dd>\u{2212}0,50\u{A0}%</dd>"))
        #expect(text.contains("<dt>Vacants</dt><dd>non diffusé (secret statistique)</dd>"))
        #expect(text.contains("<dt>Gare</dt><dd>Annecy &lt;b&gt;</dd>"))
        #expect(text.contains("<p class=\"source\">Source\u{A0}: INSEE, Recensement (2022), Licence Ouverte 2.0.</p>"))
    }
}
