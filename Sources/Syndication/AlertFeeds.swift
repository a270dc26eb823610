import French
public import SiteModel

/// The alerts of the day as Atom feeds (RFC 4287): the département's, and each commune's, which is there before its
/// first alert so that people can subscribe.
///
/// Alerts that are to leave few traces are left out: what reads feeds keeps them.
public struct AlertFeeds: Sendable {
    public static let route = Route("\(Route.alerts.path)alertes.atom")

    /// Beside the page of the commune at `page`.
    public static func route(beside page: Route) -> Route { Route("\(page.path)alertes.atom") }

    private let settings: SiteSettings
    /// Stands before titles; empty where there is nothing to say.
    private let mark: String
    private let addresses: Addresses
    private let entries: [Entry]
    private let byCommune: ByCommune
    /// When a feed without an alert last changed.
    private let quiet: String
    private let atom: AtomFeed

    /// An alert, written once for all the feeds that hold it.
    private struct Entry: Sendable {
        let updated: LocalMoment
        /// The same as feeds write it.
        let instant: String
        let bytes: [UInt8]
    }

    public init(_ site: Site) {
        settings = site.settings
        let mark = site.notice.map { "\($0) – " } ?? ""
        self.mark = mark
        let addresses = Addresses(site.settings)
        self.addresses = addresses
        let time = LocalTime(site.settings)
        let alerts = site.alerts.filter { !$0.page.leavesFewTraces }
        let names = Dictionary(
            site.communes.map { ($0.code, Typography.apply($0.name)) }, uniquingKeysWith: { first, _ in first })
        entries = alerts.map { alert in
            let isLater = alert.page.frontMatter.updated.map { $0 > alert.sent.day } ?? false
            let updated = isLater ? alert.page.frontMatter.updated.map { LocalMoment($0) } ?? alert.sent : alert.sent
            let route = Route.page(alert.page) ?? .alerts
            let level = FrenchText.name(of: alert.level)
            var xml = XMLWriter.fragment
            xml.element("entry") { xml in
                xml.element("title", text: "\(mark)\(level)\u{A0}: \(alert.page.frontMatter.title)")
                xml.element("id", text: "tag:\(site.settings.host),\(alert.sent.day):\(route.path)")
                xml.empty(
                    "link",
                    [("rel", "alternate"), ("type", "text/html"), ("hreflang", "fr"), ("href", addresses.canonical(route))])
                if alert.hasMessage {
                    xml.empty(
                        "link",
                        [("rel", "related"), ("type", "application/cap+xml"), ("href", addresses.canonical(.message(of: alert)))])
                }
                xml.element("published", text: time.feedStart(of: alert.sent))
                xml.element("updated", text: time.feedStart(of: updated))
                if !alert.source.isEmpty { xml.element("author") { $0.element("name", text: alert.source) } }
                xml.empty("category", [("term", alert.level.rawValue), ("label", level)])
                xml.empty("category", [("term", alert.kind.rawValue), ("label", FrenchText.name(of: alert.kind))])
                xml.element("summary", text: mark + Self.summary(of: alert, names))
            }
            return Entry(updated: updated, instant: time.feedStart(of: updated), bytes: xml.bytes)
        }
        byCommune = ByCommune(alerts.map(\.communes))
        quiet = time.midnight(of: site.feeds.map(\.retrieved).max() ?? site.today)
        atom = AtomFeed(site.settings)
    }

    public func departement() -> (route: Route, bytes: [UInt8]) {
        let title = "Alertes \(settings.departement.locative)"
        return (Self.route, feed(title, at: Self.route, page: .alerts, Array(entries.indices)))
    }

    public func commune(_ commune: Commune) -> (route: Route, bytes: [UInt8]) {
        let page = Route.commune(commune)
        let route = Self.route(beside: page)
        return (route, feed(Self.title(of: commune), at: route, page: page, byCommune[commune.code]))
    }

    /// `Alertes de la commune d’Annecy`
    public static func title(of commune: Commune) -> String { "Alertes de la commune \(FrenchText.of(commune))" }

    private func feed(_ title: String, at route: Route, page: Route, _ places: [Int]) -> [UInt8] {
        let latest = places.max { entries[$0].updated.start < entries[$1].updated.start }
        return atom.bytes(mark + title, at: route, page: page, updated: latest.map { entries[$0].instant } ?? quiet) { xml in
            for place in places { xml.written(entries[place].bytes) }
        }
    }

    /// More communes than these are counted.
    private static let mostNames = 12

    private static func summary(of alert: Alert, _ names: [INSEECode: String]) -> String {
        let communes = alert.communes.compactMap { names[$0] }
        let area = alert.parts.isEmpty ? "" : "\(FrenchText.list(alert.parts.map { Typography.apply($0.name) })). "
        let places =
            switch communes.count {
            case 0: "Tout le département est concerné."
            case ...mostNames: "\(communes.count == 1 ? "Commune concernée" : "Communes concernées")\u{A0}: \(FrenchText.list(communes))."
            default: "\(communes.count) communes sont concernées."
            }
        let summary = alert.page.frontMatter.summary
        return (summary.isEmpty ? "" : "\(summary) ") + "\(area)\(places) Valable \(FrenchText.validity(of: alert))."
    }
}
