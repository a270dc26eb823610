import FoundationEssentials
import FoundationInternationalization
import SiteModel

/// Days of the site → instants as feeds write them (RFC 3339): a day starts at midnight in the site's own zone.
struct LocalTime: Sendable {
    private let zone: TimeZone?

    init(_ settings: SiteSettings) { zone = TimeZone(identifier: settings.timezone) }

    /// `2026-11-20T00:00:00+01:00`
    func midnight(of date: CalendarDate) -> String {
        let utc = Double(date.dayNumber - Self.epoch) * 86_400
        // The offset at midnight, also where the clocks change on that day.
        let guess = offset(at: utc)
        let offset = offset(at: utc - Double(guess))
        let minutes = abs(offset) / 60
        guard offset != 0 else { return "\(date)T00:00:00Z" }
        return "\(date)T00:00:00\(offset < 0 ? "-" : "+")\(Self.digits(minutes / 60)):\(Self.digits(minutes % 60))"
    }

    private func offset(at seconds: Double) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) ?? 0
    }

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `CalendarDate.dayNumber` of 1 January 1970.
    private static let epoch = 719_468
}
