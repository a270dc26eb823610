import ArgumentParser
import ContentReading
import Files
import Foundation
import SiteModel

/// The day and the minute of the build: as asked, else `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/),
/// else now; always by the site's own clocks. A day alone is its first minute.
struct BuildClock {
    let date: String?
    let sourceDateEpoch: String?

    func today(in zone: TimeZone) throws -> CalendarDate { try now(in: zone).day }

    func now(in zone: TimeZone) throws -> LocalMoment {
        if let date {
            if let day = CalendarDate(iso: date) { return LocalMoment(day) }
            guard let instant = try? Date(date, strategy: .iso8601) else {
                throw ValidationError("« --date \(date) » n’est ni un jour AAAA-MM-JJ ni un instant RFC 3339")
            }
            return try moment(of: instant, in: zone)
        }
        if let sourceDateEpoch {
            // Whole seconds up to the year 2999, which no calendar trips over.
            guard let seconds = Int(sourceDateEpoch), (0..<32_503_680_000).contains(seconds) else {
                throw ValidationError("SOURCE_DATE_EPOCH doit être un nombre entier de secondes, pas « \(sourceDateEpoch) »")
            }
            return try moment(of: Date(timeIntervalSince1970: TimeInterval(seconds)), in: zone)
        }
        return try moment(of: Date(), in: zone)
    }

    private func moment(of instant: Date, in zone: TimeZone) throws -> LocalMoment {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let date = CalendarDate(year: year, month: month, day: day)
        else { throw ValidationError("cette date est hors du calendrier : \(instant)") }
        let minute = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
        // Of an hour that comes twice, the first is held before it begins: nothing that ends within it is over early.
        let offset = zone.secondsFromGMT(for: instant)
        let step = offset - zone.secondsFromGMT(for: instant.addingTimeInterval(TimeInterval(7200)))
        let isFirstOfTwo = step > 0 && zone.secondsFromGMT(for: instant.addingTimeInterval(TimeInterval(step))) < offset
        return LocalMoment(date, minute: isFirstOfTwo ? max(0, minute / 60 * 60 - 1) : minute)
    }
}

/// The zone that `site.yml` names; Paris when it cannot be read, a fault that the build reports.
enum SiteTimeZone {
    static func read(below content: String) -> TimeZone {
        let file = "\(content)/site.yml"
        let settings = (try? Files.read(file)).flatMap { SettingsReader.read($0, file: file).settings }
        return settings.flatMap { TimeZone(identifier: $0.timezone) } ?? TimeZone(identifier: "Europe/Paris") ?? .gmt
    }
}
