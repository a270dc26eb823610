/// A day of the Gregorian calendar, without time or zone (ISO 8601 `2026-11-24`).
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `nil` when the day does not exist (30 February) or the year is not between 1900 and 2999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads exactly `YYYY-MM-DD`.
    public init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for (place, byte) in text.utf8.enumerated() {
            let digit = Int(byte) - 0x30
            switch place {
            case 4, 7:
                guard byte == 0x2D else { return nil }
                continue
            case _ where !(0...9).contains(digit): return nil
            case 0...3: year = year * 10 + digit
            case 5...6: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        // Days since 0000-03-01 by the civil-calendar formula; 0000-03-01 was a Wednesday.
        (dayNumber + 2) % 7 + 1
    }

    /// Whole days since 0000-03-01; the difference of two dates is a number of days.
    public var dayNumber: Int {
        let shiftedYear = month > 2 ? year : year - 1
        let shiftedMonth = (month + 9) % 12
        return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
            + (153 * shiftedMonth + 2) / 5 + day - 1
    }

    /// The day so many days later, earlier where `days` is negative; `nil` outside the years 1900 to 2999.
    public func adding(days: Int) -> CalendarDate? {
        // The civil calendar from a number of days since 0000-03-01: eras of 400 years, years that start in March.
        let number = dayNumber + days
        guard number >= 0 else { return nil }
        let (era, inEra) = number.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return CalendarDate(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
