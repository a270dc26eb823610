import Diagnostics
import FeedReading
import SiteModel
import Testing

private let today = CalendarDate(iso: "2026-11-24")

private let header = "kind,title,date,start,end,place,communes\n"

private func agenda(_ rows: String, communes: [Commune]? = nil) throws -> (events: [Event], told: [String]) {
    var site = TestSite(feeds: [], files: [:])
    site.files["content/agenda/a.csv"] = Array((header + rows).utf8)
    let (events, diagnostics) = try site.reader().agenda(
        ["content/agenda/a.csv"], communes: communes, today: try #require(today), zone: "Europe/Paris")
    return (events, site.told(diagnostics))
}

@Suite struct AgendaTests {
    @Test func eventsAreReadInOrderOfTime() throws {
        let (events, told) = try agenda(
            """
            réunion,Réunion des maires,2026-12-10,,,Préfecture,
            immersion,Journée à la brigade,2026-12-03,14:00,,Brigade de Thônes,74080
            Permanence,"Permanence, sans rendez-vous",2026-12-03,9h30,12:05,Mairie,74010 74080 74010
            meeting,Réunion publique,2026-12-03,,,Salle des fêtes,

            """)
        #expect(told.isEmpty)
        let third = try #require(CalendarDate(iso: "2026-12-03"))
        let tenth = try #require(CalendarDate(iso: "2026-12-10"))
        let annecy = try #require(INSEECode("74010"))
        let clusaz = try #require(INSEECode("74080"))
        #expect(Set(events.map(\.identity)).count == 4)
        #expect(
            events.map(\.unidentified) == [
                Event(
                    kind: .meeting, title: "Réunion publique", date: third, start: nil, end: nil,
                    place: "Salle des fêtes", communes: [], file: "content/agenda/a.csv"),
                Event(
                    kind: .permanence, title: "Permanence, sans rendez-vous", date: third, start: 570, end: 725,
                    place: "Mairie", communes: [annecy, clusaz], file: "content/agenda/a.csv"),
                Event(
                    kind: .immersion, title: "Journée à la brigade", date: third, start: 840, end: nil,
                    place: "Brigade de Thônes", communes: [clusaz], file: "content/agenda/a.csv"),
                Event(
                    kind: .meeting, title: "Réunion des maires", date: tenth, start: nil, end: nil,
                    place: "Préfecture", communes: [], file: "content/agenda/a.csv"),
            ])
    }

    @Test(arguments: [("9:00", 540), ("09:05", 545), ("9h30", 570), ("9 h 30", 570), ("9h", 540), ("23H59", 1439), ("0:00", 0)])
    func hoursAreReadAsTheyAreWritten(_ text: String, _ minutes: Int) throws {
        #expect(try agenda("permanence,T,2026-12-03,\(text),,P,\n").events.map(\.start) == [minutes])
    }

    @Test(arguments: ["9", "24:00", "9:60", "9:5", "9:", "h30", "9:00:00", "matin", "9.30"])
    func otherHoursAreRefused(_ text: String) throws {
        #expect(
            try agenda("permanence,T,2026-12-03,\(text),,P,\n").told == [
                "error feed-row-invalid a.csv:2 «\(text)»: « \(text) » ne convient pas à la colonne « start », qui attend une heure = écrivez-la comme 9:00 ou 9h30"
            ])
    }

    @Test func everyFaultIsTold() throws {
        let annecy = Commune(
            code: try #require(INSEECode("74010")), name: "Annecy", article: .vowel, postalCodes: [],
            population: nil, arrondissement: "", unitIDs: [])
        let (events, told) = try agenda(
            """
            permanance,,24/11/2026,10:00,9:00,P,74010
            permanence,T,2026-02-30,,9:00,P,7401 01001 74080
            permanence,T,,,,P,

            """, communes: [annecy])
        #expect(events.isEmpty)
        #expect(
            told == [
                "error feed-row-invalid a.csv:2 «permanance»: « permanance » ne convient pas à la colonne « kind », qui attend « permanence », « immersion » ou « réunion » = vouliez-vous dire « permanence » ?",
                "error feed-row-invalid a.csv:2 «,»: la colonne « title » est vide et attend un nom = complétez la case",
                "error date-invalid a.csv:2 «24/11/2026»: « 24/11/2026 » n’est pas une date AAAA-MM-JJ = écrivez « 2026-11-24 »",
                "error feed-row-invalid a.csv:2 «9:00»: l’heure de fin n’est pas après l’heure de début = corrigez l’une des deux",
                "error date-invalid a.csv:3 «2026-02-30»: la date « 2026-02-30 » n’existe pas = corrigez l’année, le mois ou le jour",
                "error feed-row-invalid a.csv:3 «9:00»: une heure de fin sans heure de début = écrivez l’heure de début, ou retirez l’heure de fin",
                "error feed-code-invalid a.csv:3 «7401»: « 7401 » n’est pas un code INSEE : il n’a que quatre chiffres = écrivez ses cinq caractères, qui commencent par « 74 »",
                "error feed-code-foreign a.csv:3 «01001»: la commune « 01001 » n’est pas du département 74 = corrigez le code, ou retirez la ligne",
                "error feed-code-unknown a.csv:3 «74080»: aucune commune du département n’a le code « 74080 » = vouliez-vous dire « 74010 » ?",
                "error date-invalid a.csv:4 «,»: la date manque = écrivez-la comme 2026-11-24",
            ])
    }

    @Test func aTableInWindows1252IsReadAndSaid() throws {
        var site = TestSite(feeds: [], files: [:])
        site.files["a.csv"] = Array(header.utf8) + Array("permanence,Prox".utf8) + [0xE9] + Array(",2026-12-03,,,,\n".utf8)
        let (events, diagnostics) = try site.reader().agenda(["a.csv", "b.csv"], communes: nil, today: try #require(today), zone: "Europe/Paris")
        #expect(events.map(\.title) == ["Proxé"])
        #expect(diagnostics.map(\.id) == [.feedEncoding, .feedMissing])
        #expect(diagnostics.first?.advice == "enregistrez-le en UTF-8")
    }
}

extension Event {
    /// What a reader sees of it.
    var unidentified: Event {
        var event = self
        event.identity = ""
        return event
    }
}
