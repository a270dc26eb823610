import Diagnostics
import FeedReading
import Files
@testable import Scaffolding
import SiteModel
import Testing

@Suite struct NewEventTests {
    private let site: SmallSite
    private let today: CalendarDate

    init() throws {
        site = try SmallSite()
        today = try #require(CalendarDate(iso: "2026-11-24"))
    }

    private func event(_ title: String = "Permanence", day: String = "2027-01-13") -> NewEvent {
        var event = NewEvent(kind: "permanence", title: title, day: day)
        event.start = "14:00"
        event.end = "17:00"
        event.communes = ["74010", "74080"]
        return event
    }

    private func add(_ event: NewEvent, to name: String? = nil) throws -> NewEvent.Table {
        try event.added(in: site.content, named: name, today: today)
    }

    @Test func aFirstEventMakesTheTable() throws {
        var first = event("Permanence : \"mairie\", rez-de-chaussée")
        first.place = "Mairie,\nsalle du conseil"
        let table = try add(first)
        #expect(table.isNew && table.file == "\(site.content)/agenda/agenda.csv")
        #expect(
            String(decoding: table.bytes, as: UTF8.self) == """
                kind,title,date,start,end,place,communes
                permanence,"Permanence : ""mairie"", rez-de-chaussée",2027-01-13,14:00,17:00,"Mairie, salle du conseil",74010 74080

                """)
        #expect(table.event.communes.map(\.text) == ["74010", "74080"] && table.event.start == 840)
    }

    @Test func aTableKeepsItsOrderItsSeparatorAndItsLines() throws {
        let former = "\u{FEFF}date;title;kind;note;start;end;place;communes\r\n2026-12-01;Déjà là;permanence;x;;;;"
        try site.write(former, to: "content/agenda/permanences.csv")
        let table = try add(event("Nouvelle ; suite"))
        #expect(!table.isNew)
        #expect(
            String(decoding: table.bytes, as: UTF8.self)
                == former + "\r\n2027-01-13;\"Nouvelle ; suite\";permanence;;14:00;17:00;;74010 74080\r\n")
        let bytes = table.bytes
        let reader = FeedReader(departement: "74", contentRoot: site.content) { (_) throws(DiskError) in bytes }
        let (events, diagnostics) = try reader.agenda([table.file], communes: nil, today: today, zone: "Europe/Paris")
        #expect(events.map(\.date.description) == ["2026-12-01", "2027-01-13"] && diagnostics == [])
    }

    @Test func ofSeveralTablesOneIsChosen() throws {
        for name in ["immersions", "permanences"] {
            try site.write("kind,title,date,start,end,place,communes\n", to: "content/agenda/\(name).csv")
        }
        let refusal = #expect(throws: Refusal.self) { try add(event()) }
        #expect(refusal?.message == "l’agenda a plusieurs tables ; choisissez-en une par « --file » : « immersions », « permanences »")
        #expect(try add(event(), to: "permanences").file == "\(site.content)/agenda/permanences.csv")
    }

    @Test func whatTheAgendaWouldRefuseIsRefused() throws {
        var wrong = event()
        wrong.end = "13:00"
        #expect(throws: Refusal.self) { try add(wrong) }
        wrong = event()
        wrong.communes = ["75056"]
        #expect(throws: Refusal.self) { try add(wrong) }
        #expect(throws: Refusal.self) { try add(event(day: "2027-02-30")) }
        wrong = event()
        wrong.kind = "permanance"
        let refusal = #expect(throws: Refusal.self) { try add(wrong) }
        #expect(refusal?.message.contains("vouliez-vous dire « permanence » ?") == true)
    }

    @Test func communesAreNamedOrCodedAndExist() throws {
        func commune(_ code: String, _ name: String) throws -> Commune {
            Commune(
                code: try #require(INSEECode(code)), name: name, article: .none, postalCodes: [], population: nil, arrondissement: "",
                unitIDs: [])
        }
        let invited = InvitedCommunes(known: [try commune("74010", "Annecy"), try commune("74080", "La Clusaz")])
        #expect(try invited.code(of: "74080") == "74080")
        #expect(try invited.code(of: "la clusaz") == "74080")
        #expect(throws: Refusal("aucune commune du département ne s’appelle « Anecy » ; vouliez-vous dire « Annecy » (74010) ?")) {
            try invited.code(of: "Anecy")
        }
        #expect(throws: Refusal("aucune commune du département n’a le code « 74011 » ; vouliez-vous dire « Annecy » (74010) ?")) {
            try invited.code(of: "74011")
        }
        #expect(throws: Refusal.self) { try invited.code(of: "Chambéry") }
        // Where the feeds do not say which there are, the agenda's reader judges alone.
        #expect(try InvitedCommunes(known: []).code(of: "74011") == "74011")
    }

    @Test func theDayIsToCome() throws {
        #expect(try add(event(day: "2026-11-24")).event.date == today)
        #expect(throws: Refusal("le 23\u{A0}novembre 2026 est passé : le portail n’annonce que ce qui vient")) { try add(event(day: "2026-11-23")) }
    }

    @Test func aTableWithoutAColumnIsLeftAsItIs() throws {
        try site.write("kind,title,date\n", to: "content/agenda/a.csv")
        let refusal = #expect(throws: Refusal.self) { try add(event()) }
        #expect(refusal?.message == "la première ligne de « \(site.content)/agenda/a.csv » ne nomme pas la colonne « start »")
    }
}
