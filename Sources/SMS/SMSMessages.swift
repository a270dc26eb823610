import French
public import SiteModel

/// What the site makes public, as texts for those who send short messages: its alerts, and permanences that are to come.
/// Nothing is sent, and no number is known.
public struct SMSMessages: Sendable {
    public struct Message: Sendable {
        /// A file's name: `alerte-verglas`, `permanence-2026-12-10-1`.
        public let name: String
        /// Where the words come from, as messages show it.
        public let file: String
        /// Where the text stands that an editor wrote for it: bytes of the file.
        public let place: Range<Int>?
        /// Communes that it concerns; empty for the whole département.
        public let communes: [INSEECode]
        /// Whether another service wrote it.
        public let isRelayed: Bool
        public let text: SMSText
    }

    public let alerts: [Message]
    public let permanences: [Message]
    public var all: [Message] { alerts + permanences }

    /// - Parameter isMarked: whether texts of a demonstration say what they are, as all that leave the program do.
    public init(_ site: Site, isMarked: Bool = true) {
        let mark = isMarked ? site.notice.map { "\($0). " } ?? "" : ""
        let addresses = Addresses(site.settings)
        alerts = site.alerts.filter { !$0.page.leavesFewTraces }.map { alert in
            let short = alert.page.frontMatter.shortTexts.first { $0.limit <= 160 }
            let words = short.map { Self.words(of: $0, alert, site) } ?? Self.words(of: alert, addresses)
            return Message(
                name: "alerte-\(alert.page.slug)", file: alert.page.file, place: short?.place, communes: alert.communes,
                isRelayed: alert.isRelayed, text: SMSText(mark + words))
        }
        var counts: [CalendarDate: Int] = [:]
        permanences = site.events.filter { $0.kind == .permanence && !$0.isCancelled }.map { event in
            counts[event.date, default: 0] += 1
            return Message(
                name: "permanence-\(event.date)-\(counts[event.date] ?? 1)", file: event.file, place: nil, communes: event.communes,
                isRelayed: false, text: SMSText(mark + Self.words(of: event)))
        }
    }

    /// What an editor wrote, and its end of validity where that is not told.
    private static func words(of short: ShortText, _ alert: Alert, _ site: Site) -> String {
        let words = short.words(site.facts)
        return FrenchText.tells(alert.expires, in: words) ? words : "\(words) \(validity(of: alert))."
    }

    /// An alert for which its editor wrote no text to paste.
    private static func words(of alert: Alert, _ addresses: Addresses) -> String {
        let title = alert.page.frontMatter.title
        let address = Route.page(alert.page).map { " \(addresses.canonical($0))" } ?? ""
        let heading = alert.succession?.kind == .cancels ? "Fin d'alerte" : FrenchText.name(of: alert.level)
        return "\(heading) : \(title)\(title.last.map { ".!?…".contains($0) } == true ? "" : ".") \(validity(of: alert)).\(address)"
    }

    /// With the apostrophe of keyboards, which the alphabet of short messages has.
    private static func validity(of alert: Alert) -> String {
        let words = FrenchText.validity(of: alert).replacing("’", with: "'")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func words(of event: Event) -> String {
        var words = "\(event.title), \(FrenchText.weekdayDate(event.date))"
        if let start = event.start {
            words += event.end.map { " \(FrenchText.timeRange(start, $0))" } ?? " à \(FrenchText.time(minutes: start))"
        }
        if !event.place.isEmpty { words += ", \(event.place)" }
        return "\(words). Sauf intervention."
    }
}
