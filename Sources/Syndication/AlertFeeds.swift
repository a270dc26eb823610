import French
public import SiteModel

/// The alerts of the day as Atom feeds (RFC 4287): the département's, each service's, each level's, and each commune's. They
/// are there before their first alert so that people can subscribe.
///
/// What updates or cancels an earlier alert is that entry, changed: it keeps the identifier of the first of its chain, and
/// readers show it once.
///
/// Alerts that are to leave few traces are left out: what reads feeds keeps them.
public struct AlertFeeds: Sendable {
    /// A feed of the whole site besides the département's.
    public struct File: Sendable {
        public let route: Route
        public let title: String
        /// What its alerts have in common.
        public let sorting: Sorting
        fileprivate let holds: @Sendable (Alert) -> Bool
    }

    public static let route = Route("\(Route.alerts.path)alertes.atom")

    /// Beside the page of the commune at `page`.
    public static func route(beside page: Route) -> Route { Route("\(page.path)alertes.atom") }

    public enum Sorting: Sendable, Hashable {
        case level, kind, service
    }

    private let settings: SiteSettings
    /// Stands before titles; empty where there is nothing to say.
    private let mark: String
    private let addresses: Addresses
    private let entries: [Entry]
    /// What each entry was written from.
    private let alerts: [Alert]
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
        let names = site.communeNames
        self.alerts = alerts
        entries = alerts.map { alert in
            let first = alert.earlier.last ?? alert.reference
            let isEnd = alert.succession?.kind == .cancels
            let isLater = alert.page.frontMatter.updated.map { $0 > alert.sent.day } ?? false
            let updated = isLater ? alert.page.frontMatter.updated.map { LocalMoment($0) } ?? alert.sent : alert.sent
            let instant = time.feedStart(of: Self.after(alert.earlier, updated))
            let route = Route.page(alert.page) ?? .alerts
            let level = FrenchText.name(of: alert.level)
            let heading = isEnd ? "Fin d’alerte" : level
            var xml = XMLWriter.fragment
            xml.element("entry") { xml in
                xml.element("title", text: "\(mark)\(heading)\u{A0}: \(alert.page.frontMatter.title)")
                xml.element("id", text: "tag:\(site.settings.host),\(first.sent.day):\(Route.alerts.path)\(first.slug)/")
                xml.empty(
                    "link",
                    [("rel", "alternate"), ("type", "text/html"), ("hreflang", "fr"), ("href", addresses.canonical(route))])
                if alert.hasMessage {
                    xml.empty(
                        "link",
                        [("rel", "related"), ("type", "application/cap+xml"), ("href", addresses.canonical(.message(of: alert)))])
                }
                xml.element("published", text: time.feedStart(of: first.sent))
                xml.element("updated", text: instant)
                if !alert.source.isEmpty { xml.element("author") { $0.element("name", text: alert.source) } }
                xml.empty("category", [("term", alert.level.rawValue), ("label", level)])
                xml.empty("category", [("term", alert.kind.rawValue), ("label", FrenchText.name(of: alert.kind))])
                if isEnd { xml.empty("category", [("term", "fin-d-alerte"), ("label", heading)]) }
                xml.element("summary", text: mark + Self.summary(of: alert, names))
            }
            return Entry(updated: Self.after(alert.earlier, updated), instant: instant, bytes: xml.bytes)
        }
        byCommune = ByCommune(alerts.map(\.communes))
        quiet = time.midnight(of: site.quietDay)
        atom = AtomFeed(site.settings)
    }

    public func departement() -> (route: Route, bytes: [UInt8]) {
        let title = "Alertes \(settings.departement.locative)"
        return (Self.route, feed(title, at: Self.route, page: .alerts, Array(entries.indices)))
    }

    public func bytes(_ file: File) -> [UInt8] {
        feed(file.title, at: file.route, page: .alerts, alerts.indices.filter { file.holds(alerts[$0]) })
    }

    /// What updates another is later, also where both say no more than the same day.
    private static func after(_ earlier: [Alert.Reference], _ own: LocalMoment) -> LocalMoment {
        guard let latest = earlier.map(\.sent).max(by: { $0.start < $1.start }), own.start <= latest.start else { return own }
        return LocalMoment(latest.day, minute: min((latest.minute ?? 0) + earlier.count, 1439))
    }

    /// One for each level, then one for each kind, then one for each service: without writing any.
    public static func files(_ site: Site) -> [File] {
        let levels = Alert.Level.allCases.reversed().map { level in
            File(
                route: Route("\(Route.alerts.path)niveau-\(level.rawValue).atom"),
                title: "Alertes de niveau \(FrenchText.name(of: level).lowercased()) \(site.settings.departement.locative)", sorting: .level
            ) { $0.level == level }
        }
        let kinds = Alert.Kind.allCases.map { kind in
            File(
                route: Route("\(Route.alerts.path)theme-\(Slug.make(kind.rawValue)).atom"), title: "Alertes\u{A0}: \(FrenchText.name(of: kind).lowercased())",
                sorting: .kind
            ) { $0.kind == kind }
        }
        let services = site.services.map { service in
            File(
                route: Route("\(Route.alerts.path)\(service.slug).atom"),
                title: "Alertes\u{A0}: \(Typography.apply(service.unit.name))", sorting: .service
            ) { $0.communes.isEmpty || $0.communes.contains(where: service.communes.contains) }
        }
        return levels + kinds + services
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
