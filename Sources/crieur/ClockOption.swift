import ArgumentParser
import Foundation
import SiteModel

/// The day that a command works on.
struct ClockOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Jour que l’on tient pour aujourd’hui : AAAA-MM-JJ, ou un instant RFC 3339. Sinon SOURCE_DATE_EPOCH, sinon maintenant.",
            valueName: "date"))
    var date: String?

    /// - Parameter content: whose `site.yml` names the time zone.
    func today(below content: String) throws -> CalendarDate {
        let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
        return try BuildClock(date: date, sourceDateEpoch: epoch).today(in: SiteTimeZone.read(below: content))
    }
}
