import Diagnostics
import FeedReading
import SiteModel
import Testing

@Suite struct AgendaCalendarTests {
    private func agenda(_ events: String) throws -> (events: [Event], told: [String]) {
        var site = TestSite(feeds: [], files: [:])
        site.files["content/agenda/a.ics"] = Array("BEGIN:VCALENDAR\n\(events)\nEND:VCALENDAR\n".utf8)
        let annecy = Commune(
            code: try #require(INSEECode("74010")), name: "Annecy", article: .vowel, postalCodes: [],
            population: nil, arrondissement: "", unitIDs: [])
        let (found, diagnostics) = try site.reader().agenda(
            ["content/agenda/a.ics"], communes: [annecy], today: try #require(CalendarDate(iso: "2026-11-24")),
            zone: "Europe/Paris")
        return (found, site.told(diagnostics))
    }

    @Test func categoriesSayTheKindAndTheCommunes() throws {
        let (events, told) = try agenda(
            """
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261203
            DTEND;VALUE=DATE:20261205
            SUMMARY:Journées portes ouvertes
            CATEGORIES:Travail,Immersion,74010
            LOCATION:Brigade
            END:VEVENT
            """)
        #expect(told.isEmpty)
        // The file gives no UID: what stays of the event when its words change stands for it.
        #expect(events.map(\.identity) == ["immersion 2026-12-03 74010 1"])
        #expect(
            events.map(\.unidentified) == [
                Event(
                    kind: .immersion, title: "Journées portes ouvertes",
                    date: try #require(CalendarDate(iso: "2026-12-03")), start: nil, end: nil, place: "Brigade",
                    communes: [try #require(INSEECode("74010"))], lastDate: CalendarDate(iso: "2026-12-04"),
                    file: "content/agenda/a.ics")
            ])
    }

    @Test(arguments: [
        ("Permanence de la brigade", Event.Kind.permanence), ("Réunion publique", .meeting), ("Armistice", .other),
    ])
    func withoutACategoryTheTitleTells(_ title: String, _ kind: Event.Kind) throws {
        let (events, _) = try agenda("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261203\nSUMMARY:\(title)\nEND:VEVENT")
        #expect(events.map(\.kind) == [kind])
        #expect(events.map(\.communes) == [[]])
    }

    @Test func theCancelledAreMarkedAndTheTentativeSaySo() throws {
        let (events, told) = try agenda(
            """
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261203
            SUMMARY:Permanence
            STATUS:CANCELLED
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261204
            SUMMARY:Réunion
            STATUS:TENTATIVE
            END:VEVENT
            """)
        #expect(told.isEmpty)
        #expect(events.map(\.title) == ["Permanence", "Réunion (à confirmer)"])
        #expect(events.map(\.isCancelled) == [true, false])
    }

    @Test func recurrencesAreAnnouncedForAYear() throws {
        let (events, _) = try agenda("BEGIN:VEVENT\nDTSTART:20250106T090000\nRRULE:FREQ=WEEKLY\nSUMMARY:P\nEND:VEVENT")
        // From the first of the month: an immersion is announced until its month ends.
        #expect(events.first?.date == CalendarDate(iso: "2026-11-02"))
        #expect(events.last?.date == CalendarDate(iso: "2027-11-22"))
        #expect(events.count == 56)
    }

    @Test func codesOfNoCommuneAreTold() throws {
        let (_, told) = try agenda(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261203\nSUMMARY:P\nCATEGORIES:01004,74011\nEND:VEVENT")
        #expect(
            told == [
                "error feed-code-foreign a.ics:5 «CATEGORIES:01004,74011»: la commune « 01004 » n’est pas du département 74 = corrigez le code, ou retirez la ligne",
                "error feed-code-unknown a.ics:5 «CATEGORIES:01004,74011»: aucune commune du département n’a le code « 74011 » = vouliez-vous dire « 74010 » ?",
            ])
    }

    /// The State's own calendars of holidays: unsorted, their DTEND equal to DTSTART.
    @Test(.enabled(if: OfficialFiles.areThere, "\(OfficialFiles.absence)"), arguments: ["metropole", "alsace-moselle"])
    func officialCalendarsAreRead(_ name: String) throws {
        let path = "agenda/jours_feries_\(name)"
        var site = TestSite(feeds: [], files: [:])
        site.files["a.ics"] = try OfficialFiles.read("\(path).ics")
        let (events, diagnostics) = try site.reader().agenda(
            ["a.ics"], communes: nil, today: try #require(CalendarDate(iso: "2026-11-24")), zone: "Europe/Paris")
        #expect(diagnostics.isEmpty)
        let days = Dictionary(
            events.map { ($0.date.description, $0.title) }, uniquingKeysWith: { "\($0) + \($1)" })
        #expect(days.count > 100)
        #expect(days["2026-12-25"] == "Jour de Noël")
        #expect(events.allSatisfy { $0.lastDate == $0.date && $0.start == nil && $0.kind == .other })
        // The table that the same producer publishes of the same days goes further back.
        let rows = try OfficialFiles.rows("\(path).csv", separator: ",")
        let published = Set(rows.compactMap { $0["date"] })
        #expect(published.count > 100)
        #expect(days.keys.allSatisfy { published.contains($0) })
    }
}
