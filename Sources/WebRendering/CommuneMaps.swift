import Figures
import French
import SiteModel
import Templates

extension WebRenderer {
    /// The map of the département, whose communes are links, and the same communes as a list; absent without contours.
    func departementMap() -> Value {
        guard let map = site.map else { return .absent }
        let places = site.communes.indices.map { place in
            CommuneMap.Place(
                code: site.communes[place].code, name: Typography.apply(site.communes[place].name),
                href: parts.addresses.href(parts.communes.routes[place]))
        }
        let list = parts.communes.alphabetical.map { place -> Value in
            ["name": .text(places[place].name), "href": .text(places[place].href)]
        }
        return [
            "svg": .html(Array(CommuneMap.html(map, places: places).utf8)),
            "count": .text(FrenchText.count(places.count, "commune", "communes")), "communes": .list(list),
            "source": mapSource,
        ]
    }

    /// Where a commune is, and its neighbours; absent without contours.
    func situation(of commune: Commune) -> Value {
        let locator = site.map.flatMap { LocatorMap($0, commune: commune, departement: site.settings.departement) }
        guard let locator else { return .absent }
        let neighbours = commune.neighbours.compactMap { parts.communes.place(of: $0) }
        return [
            "svg": .html(Array(locator.html.utf8)), "hasNeighbours": .bool(!neighbours.isEmpty),
            "neighboursLabel": neighbours.count > 1 ? "Communes voisines" : "Commune voisine",
            "neighbours": SiteParts.area(commune.neighbours, in: site, parts.communes, parts.addresses),
            "source": mapSource,
        ]
    }

    /// Whose borders are drawn, and of when.
    private var mapSource: Value {
        guard let feed = site.feeds.first(where: { $0.format == "contours" }) else { return .absent }
        return .text("\(Typography.apply(feed.producer)), \(Typography.apply(feed.vintage))")
    }
}
