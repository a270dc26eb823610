import Search
import SiteModel
import Testing

@Suite struct SearchRecordsTests {
    let site: Site

    init() throws { site = try Samples.site() }

    private func record(_ path: String) throws -> SearchRecord {
        try #require(SearchRecords.all(site).first { $0.route.path == path }, "no record for \(path)")
    }

    @Test func aGuideIsFoundByAllItsWordsAndBearsItsTheme() throws {
        let guide = try record("/guides/environnement/depots/")
        #expect(guide.kind == .guide)
        #expect(guide.title == "Dépôts sauvages")
        #expect(guide.context == "Environnement")
        #expect(guide.keywords == ["dépôts"])
        #expect(guide.text == "Du constat à l’amende. Constater. Photographier les lieux. Amende\u{A0}: 15\u{202F}000\u{A0}€.")
    }

    @Test(arguments: ["/guides/violences-intrafamiliales/accueillir/", "/confidentiel/", "/alertes/tue/"])
    func ofWhatLeavesFewTracesTheIndexHoldsTheTitleAlone(path: String) throws {
        let record = try record(path)
        #expect(record.text == "\(record.title).")
    }

    @Test func theSummaryOfTheThemeOnViolenceIsNotIndexed() throws {
        #expect(try record("/guides/violences-intrafamiliales/").text == "Violences intrafamiliales.")
        #expect(try record("/guides/environnement/").text == "Protéger l’eau et les sols")
    }

    @Test func noWordOfASensitiveTextIsInAnyRecord() {
        for record in SearchRecords.all(site) {
            let whole = "\(record.title) \(record.context) \(record.keywords) \(record.text)"
            #expect(!whole.contains(Samples.secret), "\(record.route)")
        }
    }

    @Test func anEditionThatPresentsASensitiveGuideIsFoundByItsPeriodAlone() throws {
        #expect(try record("/bulletins/2026-11/").text == "Novembre 2026.")
        #expect(try record("/bulletins/2026-12/").text.contains("L’éditorial de décembre"))
    }

    @Test func aCommuneIsAFewWords() throws {
        let commune = try record("/communes/74236-saint-gervais-les-bains/")
        #expect(commune.kind == .commune)
        #expect(commune.title == "Saint-Gervais-les-Bains")
        #expect(commune.context == "74170")
        #expect(
            commune.text
                == "On écrit aussi St-Gervais-les-Bains. Brigade de gendarmerie de Saint-Gervais. Anciennes communes\u{A0}: Le Fayet. Code Insee 74236.")
    }

    @Test func emergencyNumbersAreFoundAtTheHomePage() throws {
        #expect(try record("/").text == "17\u{A0}: Police secours.")
    }

    @Test func everyRouteHasOneRecord() {
        let routes = SearchRecords.all(site).map(\.route)
        #expect(Set(routes).count == routes.count)
        #expect(routes.contains(.agenda))
    }

    @Test func noRecordIsWithoutAWord() {
        for record in SearchRecords.all(site) { #expect(!record.text.isEmpty, "Pagefind does not find \(record.route)") }
    }
}
