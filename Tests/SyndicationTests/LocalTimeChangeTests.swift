import French
import SiteModel
import Testing

/// Clocks that go forward skip an hour, clocks that go back show one twice.
@Suite struct LocalTimeChangeTests {
    private let paris = LocalTime(zone: "Europe/Paris")

    private func moment(_ text: String) throws -> LocalMoment { try #require(LocalMoment(written: text)) }

    @Test func anHourThatComesTwiceBeginsTheFirstTimeAndEndsTheSecond() throws {
        let twice = try moment("2026-10-25 02:30")
        #expect(paris.start(of: twice) == "2026-10-25T02:30:00+02:00")
        #expect(paris.end(of: twice) == "2026-10-25T02:30:00+01:00")
        #expect(paris.briefStart(of: twice) == "2026-10-25T00:30Z" && paris.briefEnd(of: twice) == "2026-10-25T01:30Z")
    }

    @Test func anHourThatIsSkippedIsTheInstantOfUnchangedClocks() throws {
        let skipped = try moment("2026-03-29 02:30")
        #expect(paris.start(of: skipped) == "2026-03-29T02:30:00+01:00")
        #expect(paris.briefEnd(of: skipped) == "2026-03-29T01:30Z")
    }

    @Test(arguments: [
        ("Europe/Paris", "2026-12-01 18:00", "2026-12-01T17:00Z"), ("Europe/Paris", "2026-12-01", "2026-12-01T23:00Z"),
        ("Europe/Paris", "2026-07-14 00:30", "2026-07-13T22:30Z"), ("America/Cayenne", "2026-12-31 22:00", "2027-01-01T01:00Z"),
        ("America/Cayenne", "2026-12-31", "2027-01-01T03:00Z"), ("UTC", "2026-12-01 18:00", "2026-12-01T18:00Z"),
        ("Indian/Reunion", "2026-12-01", "2026-12-01T20:00Z"),
    ])
    func anEndIsAnInstantForEveryReader(_ zone: String, _ written: String, _ instant: String) throws {
        #expect(LocalTime(zone: zone).briefEnd(of: try moment(written)) == instant)
    }

    @Test func clocksOfOthersAreReadByOurs() throws {
        let day = try #require(CalendarDate(iso: "2026-12-01"))
        #expect(paris.moment(of: day, minute: 17 * 60, offset: 0) == (try moment("2026-12-01 18:00")))
        #expect(paris.moment(of: day, minute: 30, offset: 120) == (try moment("2026-11-30 23:30")))
        #expect(LocalTime(zone: "America/Cayenne").moment(of: day, minute: 0, offset: 60) == (try moment("2026-11-30 20:00")))
    }
}
