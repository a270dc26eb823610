public import SiteModel

/// Opening hours as schema.org writes them: `Mo,Tu,Th 08:00-12:00`.
/// Source: https://schema.org/openingHours
public enum OpeningHoursText {
    private static let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

    /// One line for each span of the week, with its days. A day with a note (`sur rendez-vous`) is left out: its times
    /// do not hold alone.
    public static func lines(_ hours: OpeningHours) -> [String] {
        var spans: [OpeningHours.Span] = []
        for day in hours.week where day.note.isEmpty {
            for span in day.spans where !spans.contains(span) { spans.append(span) }
        }
        return spans.map { span in
            let open = hours.week.indices.filter { hours.week[$0].note.isEmpty && hours.week[$0].spans.contains(span) }
            return "\(open.map { days[$0] }.joined(separator: ",")) \(clock(span.start))-\(clock(min(span.end, 1439)))"
        }
    }

    /// `09:05` for 545 minutes after midnight.
    static func clock(_ minutes: Int) -> String {
        func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(digits(minutes / 60)):\(digits(minutes % 60))"
    }
}
