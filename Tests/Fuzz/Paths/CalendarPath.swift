import Calendar
import Diagnostics
import SiteModel

extension FuzzPath {
    func readCalendar(_ bytes: [UInt8]) {
        let file = "content/agenda/file.ics"
        let window = Site.empty.today...Site.empty.today.adding(days: 366)!
        let reader = CalendarReader(zone: "Europe/Paris", window: window)
        let (events, diagnostics) = reader.read(bytes, file: file)
        Self.judge(diagnostics, about: file, of: bytes.count)
        for event in events {
            for time in event.occurrences {
                require(time.firstDay <= time.lastDay, "an event ends before it begins")
                require((0..<1440).contains(time.start ?? 0) && (0...1440).contains(time.end ?? 0), "an hour that no day has")
            }
            require(
                zip(event.occurrences, event.occurrences.dropFirst()).allSatisfy { $0.firstDay <= $1.firstDay }, "times out of order")
        }
        writeAndRead(events, reader)
    }

    /// What is written is read again, each event once.
    private func writeAndRead(_ events: [CalendarEvent], _ reader: CalendarReader) {
        var entries: [CalendarWriter.Entry] = []
        for (number, event) in events.filter({ !$0.title.isEmpty }).prefix(8).enumerated() {
            for (place, time) in event.occurrences.prefix(4).enumerated() {
                entries.append(
                    CalendarWriter.Entry(
                        uid: "\(number)-\(place)", sequence: event.sequence, changed: Site.empty.today, isCancelled: event.status == .cancelled,
                        title: event.title, place: event.place, details: event.title, category: "permanence", page: "https://example.fr/",
                        time: time))
            }
        }
        let written = CalendarWriter(zone: "Europe/Paris", entries).bytes(named: "Agenda", Array(entries.indices))
        let (again, diagnostics) = reader.read(written, file: "written.ics")
        require(diagnostics.isEmpty, "what is written is refused: \(diagnostics)")
        require(again.count == entries.count, "\(entries.count) events are written, \(again.count) are read")
        for (entry, event) in zip(entries, again) {
            require(event.title == entry.title, "a title is read otherwise than it is written")
            require(event.occurrences.first?.firstDay == entry.time.firstDay, "a day is read otherwise than it is written")
        }
    }
}
