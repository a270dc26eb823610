import SiteModel
import Testing

@testable import Syndication

@Suite struct StructuredDataTests {
    private func text(_ site: Site, _ things: (StructuredData) throws -> [UInt8]) rethrows -> String {
        let data = StructuredData(site)
        return String(decoding: data.document(try things(data), steps: []), as: UTF8.self)
    }

    @Test func aCommuneNamesWhoAnswersForItAndItsMeetings() throws {
        var site = try SmallSite.make()
        site.communes[0].unitIDs = ["1"]
        site.units = ["1": Unit(id: "1", institution: .gendarmerie, name: "Brigade d’Annecy", telephone: "04 65 71 10 03")]
        let event = Event(
            kind: .permanence, title: "Permanence", date: try SmallSite.date("2026-12-10"), start: 540, end: 725,
            place: "Mairie", communes: [])
        let found = text(site) { $0.commune(site.communes[0], events: [event]) }
        let id = "https://exemple.fr/portail/communes/74010-annecy/#commune"
        for part in [
            "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"AdministrativeArea\",\"@id\":\"\(id)\",\"name\":\"Annecy\"",
            "{\"@type\":\"PoliceStation\",\"name\":\"Brigade d’Annecy\",\"telephone\":\"+33465711003\",\"areaServed\":{\"@id\":\"\(id)\"}}",
            "\"name\":\"Permanence\",\"startDate\":\"2026-12-10T09:00\",\"endDate\":\"2026-12-10T12:05\"",
        ] {
            #expect(found.contains(part), "\(part) in \(found)")
        }
    }

    @Test func eachThingOfADemonstrationSaysSo() throws {
        let site = try SmallSite.make(demonstration: true)
        let alert = try SmallSite.alert("a", "A", sent: "2026-11-20")
        for found in [
            text(site) { $0.home() }, text(site) { $0.commune(site.communes[0], events: []) },
            text(site) { $0.article(alert.page, at: .alerts, alert: alert) },
        ] {
            #expect(found.contains("\"description\":\"\(Demonstration.notice)"))
        }
        #expect(!(try text(SmallSite.make()) { $0.home() }).contains(Demonstration.notice))
    }

    @Test func noTextEndsTheScriptThatHoldsIt() throws {
        var site = try SmallSite.make()
        site.communes[0].name = "</script><script>alert(1)//<!--&amp;\u{0}"
        let found = text(site) { $0.commune(site.communes[0], events: []) }
        #expect(!found.contains { $0 == "<" || $0 == ">" || $0 == "&" })
        #expect(found.contains("\\u003c/script\\u003e"))
    }

    @Test func aPageWithNothingToSayHasNoData() throws {
        let data = StructuredData(try SmallSite.make())
        #expect(data.document([], steps: [("Accueil", "https://exemple.fr/")]).isEmpty)
        let found = String(decoding: data.document([], steps: [("Accueil", "a"), ("Agenda", "b")]), as: UTF8.self)
        #expect(found.contains("{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Accueil\",\"item\":\"a\"}"))
        // The last step is the page itself.
        #expect(found.contains("{\"@type\":\"ListItem\",\"position\":2,\"name\":\"Agenda\"}"))
    }
}

@Suite struct OpeningHoursTextTests {
    @Test func daysOfTheSameTimesShareALine() throws {
        let morning = try #require(OpeningHours.Span(start: 480, end: 720))
        let evening = try #require(OpeningHours.Span(start: 840, end: 1440))
        var week = [OpeningHours.Day](repeating: .init([morning]), count: 5) + [.init(), .init([.wholeDay])]
        week[1].add(evening)
        week[3].add(note: "sur rendez-vous")
        let hours = try #require(OpeningHours(week: week))
        #expect(OpeningHoursText.lines(hours) == ["Mo,Tu,We,Fr 08:00-12:00", "Tu 14:00-23:59", "Su 00:00-23:59"])
    }
}
