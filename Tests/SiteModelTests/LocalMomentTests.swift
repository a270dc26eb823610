import SiteModel
import Testing

@Suite struct LocalMomentTests {
    @Test(arguments: ["2026-12-01", "2026-12-01 18:00", "2026-12-01T18:00", "2026-12-01 00:00", "2026-12-01 23:59"])
    func whatIsWrittenIsRead(_ text: String) throws {
        let moment = try #require(LocalMoment(written: text))
        #expect(moment.description == text.split(separator: " ").joined(separator: "T"))
    }

    @Test(arguments: [
        "", "2026-12-32", "2026-12-01 24:00", "2026-12-01 18:60", "2026-12-01 18h00", "2026-12-01  18:00", "2026-12-01 8:00",
        "2026-12-01 18:00:00", "2026-12-01T18:00Z", "2026-12-01 1８:00", "2026-12-01 ", "18:00",
    ])
    func anythingElseIsRefused(_ text: String) { #expect(LocalMoment(written: text) == nil) }

    @Test func aDayAloneLastsUntilItsEnd() throws {
        let day = try #require(LocalMoment(written: "2026-12-01"))
        let evening = try #require(LocalMoment(written: "2026-12-01 18:00"))
        #expect(day.start < evening.start && evening.end < day.end)
        #expect(day.end - day.start == 1440 && evening.end == evening.start)
    }

    @Test(arguments: [
        ("2026-12-01 00:00", "2026-11-30"), ("2026-12-01 23:59", "2026-12-01"), ("2026-12-01 18:00", "2026-12-01T18:00"),
        ("2026-12-01", "2026-12-01"),
    ])
    func midnightEndsTheDayBefore(_ written: String, _ end: String) throws {
        #expect(try #require(LocalMoment(written: written)).asEnd.description == end)
    }
}
