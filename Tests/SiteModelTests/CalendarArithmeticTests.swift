import SiteModel
import Testing

@Suite struct CalendarArithmeticTests {
    /// Five centuries, day by day, against the count of days that the type itself gives.
    @Test func daysAreAddedAcrossMonthsLeapYearsAndCenturies() throws {
        var date = try #require(CalendarDate(iso: "1900-01-01"))
        var visited = 1
        while let next = date.adding(days: 1), next.year < 2401 {
            #expect(next > date)
            #expect(next.dayNumber == date.dayNumber + 1)
            date = next
            visited += 1
        }
        #expect(date.description == "2400-12-31")
        #expect(visited == 182_987)
    }

    @Test(arguments: [
        ("2026-12-31", 1, "2027-01-01"), ("2028-02-28", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-01"),
        ("2026-03-01", -1, "2026-02-28"), ("2026-11-24", 366, "2027-11-25"), ("2026-11-24", 0, "2026-11-24"),
    ])
    func aDayIsSoManyDaysAfterAnother(_ start: String, _ days: Int, _ end: String) throws {
        #expect(try #require(CalendarDate(iso: start)).adding(days: days)?.description == end)
    }

    @Test func noDayIsOutsideTheKnownYears() throws {
        #expect(try #require(CalendarDate(iso: "2999-12-31")).adding(days: 1) == nil)
        #expect(try #require(CalendarDate(iso: "1900-01-01")).adding(days: -1) == nil)
        #expect(try #require(CalendarDate(iso: "1900-01-01")).adding(days: -2_000_000) == nil)
    }
}
