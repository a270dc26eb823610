import JSON
import SiteModel

/// `communes.json`: what finding one's commune as one types needs, asked for when the field is reached.
extension WebRenderer {
    /// Each commune as `["Annecy", "74010-annecy", "74000 74370"]`, the most inhabited first: of two names that
    /// begin alike, more people mean that one.
    public func communeList() -> (route: Route, bytes: [UInt8]) {
        let order = site.communes.indices.sorted { left, right in
            let (first, second) = (site.communes[left].population ?? 0, site.communes[right].population ?? 0)
            return first == second ? left < right : first > second
        }
        var json = JSONWriter(capacity: 64 * site.communes.count)
        json.object { json in
            if let notice = site.notice { json.field("notice", notice) }
            json.key("communes")
            json.array(order) { json, place in
                let commune = site.communes[place]
                json.array([
                    commune.name, Self.folder(parts.communes.routes[place]), commune.postalCodes.joined(separator: " "),
                ]) { $0.string($1) }
            }
        }
        return (.communeList, json.bytes)
    }

    /// `74010-annecy` of `/communes/74010-annecy/`.
    private static func folder(_ route: Route) -> String {
        String(route.path.utf8.dropFirst(Route.communes.path.utf8.count).dropLast()) ?? ""
    }
}
