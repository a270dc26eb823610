import FoundationEssentials
import FoundationInternationalization
public import SiteModel

/// Days of the site → instants as feeds write them (RFC 3339): a day starts at midnight in the site's own zone.
public struct LocalTime: Sendable {
    private let zone: TimeZone?

    public init(_ settings: SiteSettings) { zone = TimeZone(identifier: settings.timezone) }

    /// `2026-11-20T00:00:00+01:00`
    func midnight(of date: CalendarDate) -> String {
        let offset = offset(on: date, second: 0)
        return "\(date)T00:00:00\(offset == 0 ? "Z" : Self.words(offset))"
    }

    /// `2026-12-10T12:00:00+01:00`
    ///
    /// - Parameter minutes: after midnight; 1440 is the midnight that ends the day.
    public func instant(of date: CalendarDate, minutes: Int) -> String {
        guard minutes < 1440 else { return date.adding(days: 1).map { instant(of: $0, minutes: 0) } ?? midnight(of: date) }
        let clock = "\(Self.digits(minutes / 60)):\(Self.digits(minutes % 60))"
        return "\(date)T\(clock):00\(Self.words(offset(on: date, second: minutes * 60)))"
    }

    /// The same as CAP writes it, which knows no `Z`: nothing beside Greenwich is `-00:00`.
    func start(of date: CalendarDate) -> String { "\(date)T00:00:00\(Self.words(offset(on: date, second: 0)))" }

    /// The last second of a day, as CAP writes it: `2026-11-20T23:59:59+01:00`
    func end(of date: CalendarDate) -> String { "\(date)T23:59:59\(Self.words(offset(on: date, second: 86_399)))" }

    private static func words(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        return "\(offset > 0 ? "+" : "-")\(digits(minutes / 60)):\(digits(minutes % 60))"
    }

    /// Seconds east of Greenwich, also where the clocks change on that day.
    private func offset(on date: CalendarDate, second: Int) -> Int {
        let utc = Double(date.dayNumber - Self.epoch) * 86_400 + Double(second)
        let guess = offset(at: utc)
        return offset(at: utc - Double(guess))
    }

    private func offset(at seconds: Double) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) ?? 0
    }

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `CalendarDate.dayNumber` of 1 January 1970.
    private static let epoch = 719_468
}
