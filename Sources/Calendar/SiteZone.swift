import CICal
import SiteModel

/// libical's times → days and minutes of the site's own zone.
struct SiteZone {
    /// `nil` for a zone that the system does not know: times then stay as they are written.
    private let pointer: OpaquePointer?

    init(_ name: String) { pointer = icaltimezone_get_builtin_timezone(name) }

    /// Seconds since 1970; a time without a zone is one of the site's.
    func seconds(_ time: icaltimetype) -> Int {
        icaltime_as_timet_with_zone(time, time.zone ?? pointer)
    }

    /// `nil` outside the years that the site knows.
    func local(_ seconds: Int) -> (day: CalendarDate, minute: Int)? {
        let time = icaltime_from_timet_with_zone(seconds, 0, pointer)
        return Self.day(time).map { ($0, Int(time.hour) * 60 + Int(time.minute)) }
    }

    static func day(_ time: icaltimetype) -> CalendarDate? {
        CalendarDate(year: Int(time.year), month: Int(time.month), day: Int(time.day))
    }
}
