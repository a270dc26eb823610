import French
import SiteModel
import Syndication
import Templates

extension WebRenderer {
    /// What a page says, as linked data; nothing of pages that leave few traces.
    func document(of page: WebPage, _ head: PageHead) -> [UInt8] {
        guard !head.isSensitive, page.kind != .notFound else { return [] }
        var steps = Self.steps(head.parents, parts.addresses)
        steps.append((head.name ?? head.title, parts.addresses.canonical(page.route)))
        return structuredData.document(things(of: page), steps: steps)
    }

    private func things(of page: WebPage) -> [UInt8] {
        switch page.kind {
        case .home: structuredData.home()
        case .commune:
            structuredData.commune(
                site.communes[page.index],
                events: parts.communes.events[site.communes[page.index].code].prefix(Self.mostEvents).map { site.events[$0] }
                    .filter { !$0.isMonthAlone })
        case .guide:
            structuredData.article(
                site.guides[page.index], at: page.route, section: parts.themes.all[parts.themes.themeOfGuide[page.index]].title)
        case .alert:
            structuredData.article(
                site.alerts[page.index].page, at: page.route, section: "Alertes", alert: site.alerts[page.index])
        default: []
        }
    }

    /// The pages above a page, as its breadcrumb lists them.
    private static func steps(_ parents: Value, _ addresses: Addresses) -> [(name: String, address: String)] {
        guard case .list(let parents) = parents else { return [] }
        return parents.compactMap { parent in
            guard case .object(let names) = parent, case .text(let title)? = names["title"],
                case .text(let href)? = names["href"]
            else { return nil }
            return (title, addresses.origin + href)
        }
    }
}
