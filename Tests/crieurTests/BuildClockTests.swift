import ArgumentParser
import Foundation
import SiteModel
import Testing

@testable import crieur

@Suite struct BuildClockTests {
    private static let paris = "Europe/Paris"

    private func today(date: String?, epoch: String? = nil, in zone: String = paris) throws -> String {
        let zone = try #require(TimeZone(identifier: zone))
        return try BuildClock(date: date, sourceDateEpoch: epoch).today(in: zone).description
    }

    @Test(arguments: [
        ("2026-11-24", paris, "2026-11-24"),
        ("2028-02-29", paris, "2028-02-29"),
        // Winter: Paris is one hour ahead of UTC.
        ("2026-11-24T22:59:59Z", paris, "2026-11-24"),
        ("2026-11-24T23:00:00Z", paris, "2026-11-25"),
        // Summer: two hours.
        ("2026-07-14T21:59:59Z", paris, "2026-07-14"),
        ("2026-07-14T22:00:00Z", paris, "2026-07-15"),
        ("2026-11-25T00:30:00+02:00", paris, "2026-11-24"),
        ("2026-11-24T23:30:00-05:00", paris, "2026-11-25"),
        ("2026-11-24T23:59:59+01:00", paris, "2026-11-24"),
        ("2026-11-24T23:59:59.999+01:00", paris, "2026-11-24"),
        // Overseas.
        ("2026-11-24T23:00:00Z", "America/Martinique", "2026-11-24"),
        ("2026-11-24T20:00:00Z", "Indian/Reunion", "2026-11-25"),
    ])
    func aDayOrAnInstantIsADayOfTheSitesZone(date: String, zone: String, day: String) throws {
        #expect(try today(date: date, in: zone) == day)
    }

    @Test(arguments: [
        ("0", paris, "1970-01-01"),
        ("1795561200", paris, "2026-11-25"),
        ("1795561199", paris, "2026-11-24"),
        ("1795561200", "America/Martinique", "2026-11-24"),
    ])
    func sourceDateEpochIsUsedWhereNoDateIsAskedFor(epoch: String, zone: String, day: String) throws {
        #expect(try today(date: nil, epoch: epoch, in: zone) == day)
        #expect(try today(date: "2026-03-01", epoch: epoch, in: zone) == "2026-03-01")
    }

    @Test(arguments: [
        ("demain", nil), ("2026-02-30", nil), ("24/11/2026", nil), ("2026-11-24T10:00:00", nil), ("", nil),
        (nil, "hier"), (nil, "1.5"), (nil, "-1"), (nil, "nan"), (nil, "99999999999999999999"), (nil, "99999999999999"),
        (nil, ""),
    ] as [(String?, String?)])
    func whatIsNeitherIsWrongUsage(date: String?, epoch: String?) throws {
        #expect(throws: ValidationError.self) { try today(date: date, epoch: epoch) }
    }

    @Test func withoutEitherItIsNow() throws {
        let before = try today(date: Date.now.formatted(.iso8601))
        let day = try today(date: nil)
        let after = try today(date: Date.now.formatted(.iso8601))
        #expect(before <= day && day <= after)
    }
}
