import Calendar
import Diagnostics
import SiteModel
import Testing

@Suite struct CalendarReaderTests {
    @Test func aTimeIsOneOfTheSitesZone() throws {
        let read = try read(
            """
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Paris:20261203T093000
            DTEND;TZID=Europe/Paris:20261203T120000
            SUMMARY:Permanence\\, sans rendez-vous
            LOCATION:Mairie\\nSalle du conseil
            CATEGORIES:permanence,74010
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20260701T073000Z
            DURATION:PT1H30M
            SUMMARY:En heure universelle
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20261203T140000
            SUMMARY:Sans fuseau
            END:VEVENT
            """)
        #expect(read.told.isEmpty)
        #expect(read.times == ["2026-12-03 09:30–12:00", "2026-07-01 09:30–11:00", "2026-12-03 14:00"])
        let first = try #require(read.events.first)
        #expect(first.title == "Permanence, sans rendez-vous")
        #expect(first.place == "Mairie, Salle du conseil")
        #expect(first.categories == ["permanence", "74010"])
    }

    @Test func overseasZonesAreConverted() throws {
        let read = try read(
            """
            BEGIN:VEVENT
            DTSTART;TZID=America/Guadeloupe:20261203T220000
            DTEND;TZID=America/Guadeloupe:20261203T230000
            SUMMARY:T
            END:VEVENT
            """)
        #expect(read.times == ["2026-12-04 03:00–04:00"])
    }

    /// The file's own zone is a fixed hour east of Greenwich, under a name that no system knows.
    @Test func theFilesOwnZoneIsFollowed() throws {
        let read = try read(
            """
            BEGIN:VTIMEZONE
            TZID:Heure de la brigade
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0400
            TZOFFSETTO:+0400
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID="Heure de la brigade":20261203T120000
            SUMMARY:T
            END:VEVENT
            """)
        #expect(read.told.isEmpty)
        #expect(read.times == ["2026-12-03 09:00"])
    }

    @Test(arguments: [
        ("20261203", "DTEND;VALUE=DATE:20261204", "2026-12-03"),
        // What the official calendars of holidays write.
        ("20261203", "DTEND;VALUE=DATE:20261203", "2026-12-03"),
        ("20261203", "X-NOTHING:x", "2026-12-03"),
        ("20261203", "DTEND;VALUE=DATE:20261206", "2026-12-03…2026-12-05"),
        ("20261203", "DURATION:P2D", "2026-12-03…2026-12-04"),
    ])
    func theEndOfWholeDaysIsTheDayAfter(_ start: String, _ end: String, _ expected: String) throws {
        let read = try read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:\(start)\n\(end)\nSUMMARY:T\nEND:VEVENT")
        #expect(read.times == [expected])
    }

    @Test func midnightEndsTheDayBefore() throws {
        let read = try read(
            "BEGIN:VEVENT\nDTSTART:20261203T200000\nDTEND:20261204T000000\nSUMMARY:T\nEND:VEVENT")
        #expect(read.times == ["2026-12-03 20:00–24:00"])
    }

    @Test func recurrencesAreExpandedWithinTheWindow() throws {
        let read = try read(
            """
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Paris:20250109T093000
            DTEND;TZID=Europe/Paris:20250109T110000
            RRULE:FREQ=MONTHLY;BYDAY=2TH
            EXDATE;TZID=Europe/Paris:20270211T093000
            RDATE;TZID=Europe/Paris:20261222T140000
            SUMMARY:Permanence du deuxième jeudi
            END:VEVENT
            """, from: "2026-11-24", to: "2027-04-30")
        // Across the change of hour at the end of March.
        #expect(
            read.times == [
                "2026-12-10 09:30–11:00", "2026-12-22 14:00–15:30", "2027-01-14 09:30–11:00",
                "2027-03-11 09:30–11:00", "2027-04-08 09:30–11:00",
            ])
    }

    @Test func oneOccurrenceMayBeMovedAndAnotherCancelled() throws {
        let read = try read(
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Paris:20261201T090000
            RRULE:FREQ=WEEKLY;COUNT=3
            SUMMARY:Permanence
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=Europe/Paris:20261208T090000
            DTSTART;TZID=Europe/Paris:20261209T150000
            SUMMARY:Permanence déplacée
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID:20261215T080000Z
            DTSTART;TZID=Europe/Paris:20261215T090000
            STATUS:CANCELLED
            SUMMARY:Permanence
            END:VEVENT
            """)
        #expect(read.times == ["2026-12-01 09:00", "2026-12-09 15:00", "2026-12-15 09:00"])
        #expect(read.events.map(\.status) == [.confirmed, .confirmed, .cancelled])
    }

    @Test func linesAreUnfoldedWhateverEndsThem() throws {
        for end in ["\n", "\r\n"] {
            let text = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:2026", " 1203", "SUMMARY:Réunion publi", "\tque", "END:VEVENT"]
            let read = try read(text.joined(separator: end))
            #expect(read.told.isEmpty)
            #expect(read.events.map(\.title) == ["Réunion publique"])
            #expect(read.times == ["2026-12-03"])
        }
    }

    @Test(arguments: [
        ("DTSTART:20261303T093000", "a.ics:3 « 20261303T093000 » n’existe pas au calendrier (DTSTART)"),
        ("DTSTART;VALUE=DATE:20260230", "a.ics:3 « 20260230 » n’existe pas au calendrier (DTSTART)"),
        ("DTSTART:demain", "a.ics:3 « demain » ne convient pas à DTSTART"),
        ("DTSTART;TZID=Europe/Anecy:20261203T093000", "a.ics:3 le fuseau horaire « Europe/Anecy » est inconnu (DTSTART)"),
        ("DTSTART:20261203T093000\nDTEND:20261203T083000", "a.ics:4 l’événement finit avant de commencer"),
        (
            "DTSTART:20261203T093000\nDTEND;VALUE=DATE:20261204",
            "a.ics:4 l’événement commence par une heure et finit par un jour"
        ),
        ("DTSTART:20261203T093000\nRRULE:FREQ=TOUSLESJOURS", "a.ics:4 « FREQ=TOUSLESJOURS » ne convient pas à RRULE"),
        (
            "DTSTART:20261203T093000\nRRULE:FREQ=SECONDLY",
            "a.ics:4 cette répétition revient plus d’une fois par jour, ou depuis trop longtemps"
        ),
        ("X-NOTHING:x", "a.ics:2 cet événement n’a pas de date (DTSTART)"),
    ])
    func aBadEventIsToldAndHidesNoOther(_ lines: String, _ told: String) throws {
        let read = try read(
            "BEGIN:VEVENT\n\(lines)\nSUMMARY:T\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261203T093000\nSUMMARY:Bon\nEND:VEVENT")
        #expect(read.told == [told])
        #expect(read.events.map(\.title) == ["Bon"])
    }

    @Test(arguments: [
        ("BEGIN:VCARD\nFN:x\nEND:VCARD\n", "a.ics:1 un fichier iCalendar commence par « BEGIN:VCALENDAR »"),
        ("<html>\n", "a.ics:1 cette ligne n’a pas de « : »"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026", "a.ics:2 le fichier s’arrête avant « END:VEVENT » : il est tronqué"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "a.ics:3 « END:VCALENDAR » ne referme pas « BEGIN:VEVENT »"),
        ("BEGIN:VCALENDAR\nSUMMARY\nEND:VCALENDAR\n", "a.ics:2 cette ligne n’a pas de « : »"),
        ("", "a.ics:1 le fichier est vide"),
        ("BEGIN:VCALENDAR\nX:\u{0}\n", "a.ics:2 le fichier contient un caractère nul : ce n’est pas un texte"),
    ])
    func aFileThatIsNoCalendarIsRefused(_ text: String, _ told: String) throws {
        let reader = try reader("2026-11-24", "2027-11-24")
        let (events, diagnostics) = reader.read(Array(text.utf8), file: "a.ics")
        #expect(events.isEmpty)
        #expect(lines(diagnostics, Array(text.utf8)) == [told])
    }

    /// libical is not one for many threads; the reader is.
    @Test func manyThreadsMayReadAtOnce() async throws {
        let text = calendar("BEGIN:VEVENT\nDTSTART;TZID=Europe/Paris:20261203T093000\nRRULE:FREQ=DAILY\nSUMMARY:T\nEND:VEVENT")
        let reader = try reader("2026-12-01", "2027-02-01")
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask { reader.read(text, file: "a.ics").events.first?.occurrences.count ?? 0 }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(counts == [Int](repeating: 61, count: 64))
    }

    // MARK: What is read

    private func reader(_ from: String, _ to: String) throws -> CalendarReader {
        let first = try #require(CalendarDate(iso: from))
        let last = try #require(CalendarDate(iso: to))
        return CalendarReader(zone: "Europe/Paris", window: first...last)
    }

    private func calendar(_ text: String) -> [UInt8] {
        Array("BEGIN:VCALENDAR\(text.contains("\r") ? "\r\n" : "\n")\(text)\nEND:VCALENDAR\n".utf8)
    }

    private func read(
        _ text: String, from: String = "2026-11-24", to: String = "2027-11-24",
    ) throws -> (events: [CalendarEvent], times: [String], told: [String]) {
        let bytes = calendar(text)
        let (events, diagnostics) = try reader(from, to).read(bytes, file: "a.ics")
        return (events, events.flatMap { $0.occurrences.map(time) }, lines(diagnostics, bytes))
    }

    private func time(_ occurrence: CalendarEvent.Occurrence) -> String {
        func clock(_ minutes: Int) -> String {
            let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
            return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }
        var text = occurrence.firstDay.description
        if occurrence.lastDay != occurrence.firstDay { text += "…\(occurrence.lastDay)" }
        if let start = occurrence.start { text += " \(clock(start))" }
        if let end = occurrence.end { text += "–\(clock(end))" }
        return text
    }

    private func lines(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> [String] {
        let source = SourceText(bytes)
        return diagnostics.map { diagnostic in
            let line = diagnostic.location?.offset.map { source.position(of: $0).line } ?? 1
            return "\(diagnostic.location?.file ?? "-"):\(line) \(diagnostic.message)"
        }
    }
}
