import ArgumentParser
import Foundation
import SiteModel

/// The day that a command works on, and its minute.
struct ClockOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Jour que l’on tient pour aujourd’hui : AAAA-MM-JJ, ou un instant RFC 3339. Sinon SOURCE_DATE_EPOCH, sinon maintenant.",
            valueName: "date"))
    var date: String?

    /// - Parameter content: whose `site.yml` names the time zone.
    func today(below content: String) throws -> CalendarDate { try now(below: content).day }

    /// - Parameter content: whose `site.yml` names the time zone.
    func now(below content: String) throws -> LocalMoment {
        let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
        return try BuildClock(date: date, sourceDateEpoch: epoch).now(in: SiteTimeZone.read(below: content))
    }
}
