import Calendar
import French
public import SiteModel

/// The meetings of the agenda as files that calendar programs subscribe to: the département's, one for each kind, each
/// commune's and each service's.
///
/// An immersion of which the month alone is told is in none: a calendar is about days.
public struct EventCalendars: Sendable {
    /// One file: its name as people read it, and which events it holds.
    public struct File: Sendable {
        public let route: Route
        public let title: String
        fileprivate let places: [Int]
    }

    public static let route = Route("\(Route.agenda.path)agenda.ics")

    /// Beside the page of the commune at `page`.
    public static func route(beside page: Route) -> Route { Route("\(page.path)agenda.ics") }

    /// The département's, then by kind, then by service.
    public let shared: [File]
    private let byCommune: ByCommune
    private let writer: CalendarWriter
    private let mark: String

    public init(_ site: Site) {
        let mark = site.notice.map { "\($0) – " } ?? ""
        self.mark = mark
        let events = Self.events(site)
        let page = Addresses(site.settings).canonical(.agenda)
        // Not the clock: a calendar changes when the agenda does.
        let quiet = site.quietDay
        writer = CalendarWriter(
            zone: site.settings.timezone, events.map { Self.entry($0, mark, page, quiet, host: site.settings.host) })
        byCommune = ByCommune(events.map(\.communes))
        shared = Self.files(site)
    }

    public func bytes(_ file: File) -> [UInt8] {
        writer.bytes(named: mark + file.title, file.places)
    }

    public func commune(_ commune: Commune) -> (route: Route, bytes: [UInt8]) {
        let file = File(
            route: Self.route(beside: .commune(commune)), title: Self.title(of: commune), places: byCommune[commune.code])
        return (file.route, bytes(file))
    }

    /// `Permanences et rencontres : commune d’Annecy`
    public static func title(of commune: Commune) -> String {
        "Permanences et rencontres\u{A0}: commune \(FrenchText.of(commune))"
    }

    private static func events(_ site: Site) -> [Event] { (site.events + site.cancelledEvents).filter { !$0.isMonthAlone } }

    /// The département's, then by kind, then by service: without writing any.
    public static func files(_ site: Site) -> [File] {
        let events = events(site)
        let all = Array(events.indices)
        var files = [File(route: route, title: "Agenda \(site.settings.departement.genitive)", places: all)]
        let kinds: [(Event.Kind, String, String)] = [
            (.permanence, "permanences", "Permanences"), (.immersion, "immersions", "Immersions"),
            (.meeting, "reunions", "Réunions"),
        ]
        for (kind, name, title) in kinds {
            files.append(
                File(
                    route: Route("\(Route.agenda.path)\(name).ics"), title: "\(title) \(site.settings.departement.locative)",
                    places: all.filter { events[$0].kind == kind }))
        }
        return files + services(site, events)
    }

    /// Each holds what concerns one of the communes for which the service answers.
    private static func services(_ site: Site, _ events: [Event]) -> [File] {
        site.services.map { service in
            let places = events.indices.filter { place in
                events[place].communes.isEmpty || events[place].communes.contains(where: service.communes.contains)
            }
            return File(
                route: Route("\(Route.agenda.path)\(service.slug).ics"), title: "Agenda\u{A0}: \(Typography.apply(service.unit.name))",
                places: Array(places))
        }
    }

    private static func entry(
        _ event: Event, _ mark: String, _ page: String, _ quiet: CalendarDate, host: String,
    ) -> CalendarWriter.Entry {
        let category: String =
            switch event.kind {
            case .permanence: "permanence"
            case .immersion: "immersion"
            case .meeting: "réunion"
            case .other: ""
            }
        let details = [
            mark.isEmpty ? nil : String(mark.dropLast(3)), event.kind == .permanence ? "Sauf intervention." : nil,
        ].compactMap { $0 }
        return CalendarWriter.Entry(
            uid: EventIdentity.uid(of: event, host: host), sequence: event.revision, changed: event.changed ?? quiet,
            isCancelled: event.isCancelled, title: mark + Typography.apply(event.title),
            place: Typography.apply(event.place), details: details.joined(separator: "\n"), category: category, page: page,
            time: CalendarEvent.Occurrence(
                firstDay: event.date, lastDay: event.lastDate, start: event.start, end: event.end))
    }
}

/// What an agenda knows an event by → 32 hexadecimal digits, which say nothing of it: the identifiers of calendar programs
/// may hold an editor's address.
public enum EventIdentity {
    /// UID of iCalendar (RFC 5545, 3.8.4.7), for all that tells of the event.
    public static func uid(of event: Event, _ settings: SiteSettings) -> String { uid(of: event, host: settings.host) }

    static func uid(of event: Event, host: String) -> String { "\(digest(event.identity))@\(host)" }

    /// FNV-1a, twice 64 bits. It tells events apart; it proves nothing.
    static func digest(_ identity: String) -> String {
        [UInt64(0xCBF2_9CE4_8422_2325), 0x6C62_272E_07BB_0142].map { seed in
            var hash = seed
            for byte in identity.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}
