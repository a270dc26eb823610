import FoundationEssentials
import FoundationInternationalization
public import SiteModel

/// Days and minutes of the site's clocks ↔ instants as feeds and messages write them (RFC 3339).
///
/// Where clocks change, a time that comes twice is the first of the two for what begins then and the second for what
/// ends, so that nothing begins late or ends early; a time that is skipped is the instant that clocks would have shown so
/// had they not been changed.
public struct LocalTime: Sendable {
    private let zone: TimeZone?

    public init(_ settings: SiteSettings) { self.init(zone: settings.timezone) }

    /// - Parameter zone: `Europe/Paris`.
    public init(zone: String) { self.zone = TimeZone(identifier: zone) }

    /// `2026-11-20T00:00:00+01:00`
    public func midnight(of date: CalendarDate) -> String { feedStart(of: LocalMoment(date)) }

    /// `2026-11-20T18:00:00+01:00`: when it begins, as feeds write it.
    public func feedStart(of moment: LocalMoment) -> String {
        let offset = offset(on: moment.day, minutes: moment.minute ?? 0, isEnd: false)
        return "\(clock(moment.day, moment.minute ?? 0))\(offset == 0 ? "Z" : Self.words(offset))"
    }

    /// `2026-12-10T12:00:00+01:00`
    ///
    /// - Parameter minutes: after midnight; 1440 is the midnight that ends the day.
    public func instant(of date: CalendarDate, minutes: Int) -> String {
        guard minutes < 1440 else { return date.adding(days: 1).map { instant(of: $0, minutes: 0) } ?? midnight(of: date) }
        return "\(clock(date, minutes))\(Self.words(offset(on: date, minutes: minutes, isEnd: true)))"
    }

    /// When it begins as CAP writes it, which knows no `Z`: nothing beside Greenwich is `-00:00`.
    public func start(of moment: LocalMoment) -> String {
        "\(clock(moment.day, moment.minute ?? 0))\(Self.words(offset(on: moment.day, minutes: moment.minute ?? 0, isEnd: false)))"
    }

    /// When it is over as CAP writes it; of a day, its last second: `2026-11-20T23:59:59+01:00`
    public func end(of moment: LocalMoment) -> String {
        guard let minute = moment.minute else {
            return "\(moment.day)T23:59:59\(Self.words(offset(on: moment.day, minutes: 1439, isEnd: true)))"
        }
        return instant(of: moment.day, minutes: minute)
    }

    /// When it is over, in the fewest signs that a browser understands: `2026-12-01T17:00Z`
    public func briefEnd(of moment: LocalMoment) -> String {
        let (day, minutes) = moment.minute.map { (moment.day, $0) } ?? (moment.day.adding(days: 1) ?? moment.day, 0)
        return brief(day, minutes - offset(on: day, minutes: minutes, isEnd: true) / 60)
    }

    /// When it begins, likewise.
    public func briefStart(of moment: LocalMoment) -> String {
        let minutes = moment.minute ?? 0
        return brief(moment.day, minutes - offset(on: moment.day, minutes: minutes, isEnd: false) / 60)
    }

    /// What the site's clocks show when others, so many minutes ahead of Greenwich, show that time.
    public func moment(of date: CalendarDate, minute: Int, offset: Int) -> LocalMoment {
        let utc = Double(date.dayNumber - Self.epoch) * 86_400 + Double((minute - offset) * 60)
        let minutes = minute - offset + self.offset(at: utc) / 60
        let days = Int((Double(minutes) / 1440).rounded(.down))
        return LocalMoment(date.adding(days: days) ?? date, minute: minutes - days * 1440)
    }

    private func brief(_ date: CalendarDate, _ minutes: Int) -> String {
        let days = Int((Double(minutes) / 1440).rounded(.down))
        return "\(LocalMoment(date.adding(days: days) ?? date, minute: minutes - days * 1440))Z"
    }

    private func clock(_ date: CalendarDate, _ minutes: Int) -> String { "\(LocalMoment(date, minute: minutes)):00" }

    private static func words(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        return "\(offset > 0 ? "+" : "-")\(digits(minutes / 60)):\(digits(minutes % 60))"
    }

    /// Seconds east of Greenwich.
    private func offset(on date: CalendarDate, minutes: Int, isEnd: Bool) -> Int {
        let local = Double(date.dayNumber - Self.epoch) * 86_400 + Double(minutes * 60)
        // No zone changes its clocks twice within two days.
        let (before, after) = (offset(at: local - 86_400), offset(at: local + 86_400))
        guard before != after else { return before }
        let fitting = [before, after].filter { offset(at: local - Double($0)) == $0 }
        return (isEnd ? fitting.last : fitting.first) ?? before
    }

    private func offset(at seconds: Double) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) ?? 0
    }

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `CalendarDate.dayNumber` of 1 January 1970.
    private static let epoch = 719_468
}
