import SiteModel
import Testing

@Suite struct INSEECodeTests {
    @Test(arguments: ["01004", "2A004", "2B033", "97608", "74010"])
    func acceptsFiveCharacters(_ text: String) {
        #expect(INSEECode(text)?.text == text)
    }

    @Test(arguments: ["1004", "740100", "7401O", "A2004", "3A004", "", "74 10", "7401é"])
    func refusesEverythingElse(_ text: String) {
        #expect(INSEECode(text) == nil)
    }

    @Test func departementHasThreeCharactersOverseas() {
        #expect(INSEECode("97608")?.departement == "976")
        #expect(INSEECode("2A004")?.departement == "2A")
        #expect(INSEECode("01004")?.departement == "01")
    }
}

@Suite struct CalendarDateTests {
    @Test func weekdaysFollowTheCalendar() {
        #expect(CalendarDate(iso: "2026-11-24")?.weekday == 2)
        #expect(CalendarDate(iso: "2024-02-29")?.weekday == 4)
        #expect(CalendarDate(iso: "2000-01-01")?.weekday == 6)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-00"])
    func refusesDaysThatDoNotExist(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func writesWhatItReads() {
        #expect(CalendarDate(iso: "2026-01-09")?.description == "2026-01-09")
    }
}

@Suite struct SlugTests {
    @Test(arguments: [
        ("Saint-Gervais-les-Bains", "saint-gervais-les-bains"), ("Éloise", "eloise"),
        ("L'Œuvre d’été !", "l-oeuvre-d-ete"), ("Châtillon-sur-Cluses", "chatillon-sur-cluses"),
    ])
    func keepsAsciiOnly(_ text: String, _ slug: String) {
        #expect(Slug.make(text) == slug)
    }
}

@Test func routesNameTheirFiles() {
    #expect(Route.guides.outputFile == "guides/index.html")
    #expect(Route.notFound.outputFile == "404.html")
    #expect(Route.home.outputFile == "index.html")
}
