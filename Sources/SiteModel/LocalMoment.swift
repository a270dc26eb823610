/// A day by the site's own clocks, or a minute of it: `2026-12-01`, `2026-12-01T18:00`.
public struct LocalMoment: Sendable, Hashable, CustomStringConvertible {
    public let day: CalendarDate
    /// After midnight, 0 to 1439; `nil` for the whole day.
    public let minute: Int?

    public init(_ day: CalendarDate, minute: Int? = nil) {
        self.day = day
        self.minute = minute
    }

    /// Reads `AAAA-MM-JJ`, or that and a time: `2026-12-01 18:00`, `2026-12-01T18:00`.
    public init?(written text: String) {
        if let day = CalendarDate(iso: text) {
            self.init(day)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            let day = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11], bytes[12]), hour < 24, let minute = Self.number(bytes[14], bytes[15]), minute < 60
        else { return nil }
        self.init(day, minute: hour * 60 + minute)
    }

    /// As HTML and iCalendar-minded programs read it: `2026-12-01T18:00`.
    public var description: String {
        guard let minute else { return day.description }
        return "\(day)T\(Self.digits(minute / 60)):\(Self.digits(minute % 60))"
    }

    /// The minute of the calendar at which it begins.
    public var start: Int { day.dayNumber * 1440 + (minute ?? 0) }

    /// The minute of the calendar at which what lasts until then is over: a day is part of it.
    public var end: Int { day.dayNumber * 1440 + (minute ?? 1440) }

    /// The same as an end: midnight, and the last minute before it, end a whole day.
    public var asEnd: LocalMoment {
        switch minute {
        case 0: LocalMoment(day.adding(days: -1) ?? day)
        case 1439: LocalMoment(day)
        default: self
        }
    }

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
        guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
        return Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
