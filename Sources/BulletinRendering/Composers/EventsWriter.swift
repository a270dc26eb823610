import French
import JSON
import SiteModel

/// Writes the next meetings of a commune.
struct EventsWriter {
    let site: Site
    /// As many as the sheet can hold.
    let most: Int

    /// The field `events`: those that are not over on `day`.
    func field(of commune: Commune, from day: CalendarDate, into json: inout JSONWriter) {
        let events = site.events.filter {
            $0.lastDate >= day && ($0.communes.isEmpty || $0.communes.contains(commune.code))
        }
        json.key("events")
        json.array(events.prefix(most)) { json, event in
            json.object { json in Self.fields(of: event, into: &json) }
        }
    }

    /// The fields of one meeting.
    static func fields(of event: Event, into json: inout JSONWriter) {
        json.field("title", PrintText.apply(event.title))
        let first = FrenchText.weekdayDate(event.date)
        let last = event.lastDate > event.date ? FrenchText.weekdayDate(event.lastDate) : nil
        let month = event.isMonthAlone ? FrenchText.monthOfYear(event.date) : nil
        json.field("day", month ?? last.map { "du \(first) au \($0)" } ?? first)
        let time: String? =
            switch (event.start, event.end) {
            case (let start?, let end?): FrenchText.timeRange(start, end)
            case (let start?, nil): "à \(FrenchText.time(minutes: start))"
            case (nil, _): nil
            }
        json.field("time", time)
        json.field("place", PrintText.apply(event.place))
    }
}
