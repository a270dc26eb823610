import SiteModel

/// The communes as pages need them: their routes, their order as people read it, what concerns each.
struct CommuneIndex: Sendable {
    /// By place of the commune in `Site.communes`.
    let routes: [Route]
    /// Places of the communes, in the order of their names without accents.
    let alphabetical: [Int]
    private let places: [INSEECode: Int]
    /// Places of alerts and events for communes that have some of their own; the others take `everywhere`.
    let alerts: ByCommune
    let events: ByCommune

    init(_ site: Site) {
        let routes = site.communes.map { Route.commune($0) }
        self.routes = routes
        let slugs = routes.map { Self.slug($0) }
        alphabetical = site.communes.indices.sorted { left, right in
            if slugs[left] != slugs[right] {
                return slugs[left].lexicographicallyPrecedes(slugs[right])
            }
            return left < right
        }
        places = Dictionary(
            zip(site.communes.map(\.code), site.communes.indices), uniquingKeysWith: { first, _ in first })
        alerts = ByCommune(site.alerts.map(\.communes))
        events = ByCommune(site.events.map(\.communes))
    }

    /// Beside the page of the commune at `place`.
    func encart(_ place: Int) -> Route { Route("\(routes[place].path)encart.html") }

    func place(of code: INSEECode) -> Int? { places[code] }

    /// The letter under which the commune at `place` is listed.
    func letter(_ place: Int) -> String {
        guard let first = Self.slug(routes[place]).first else { return "#" }
        return first >= 0x61 && first <= 0x7A ? String(UnicodeScalar(first - 0x20)) : "0-9"
    }

    /// `la-clusaz` of `/communes/74080-la-clusaz/`.
    private static func slug(_ route: Route) -> [UInt8] {
        Array(route.path.utf8.dropFirst("/communes/74080-".utf8.count).dropLast())
    }
}
