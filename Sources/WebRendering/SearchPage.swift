import French
import SiteModel
import Templates

extension WebRenderer {
    /// The search, and below it the plan of the site, which needs no script.
    func search() -> PageContent {
        let pages = SiteFooter.pages(of: site, parts.addresses)
        let count = FrenchText.count(site.communes.count, "commune", "communes")
        let themes = parts.themes.all.map { parts.themeSummary($0, limit: .max) }
        return PageContent(
            head: PageHead(
                title: "Rechercher", description: "Rechercher dans les guides, les alertes et les communes\u{A0}; plan du site.",
                section: .search, parents: trails.home),
            names: [
                "hasSearch": .bool(hasSearch),
                "index": .text(parts.addresses.href(.searchIndex)),
                "communeCount": .text(count),
                "hasThemes": .bool(!themes.isEmpty), "themes": .list(themes),
                "hasAlerts": .bool(!parts.alerts.isEmpty), "alerts": .list(parts.alerts), "alertsUntil": parts.until(Array(site.alerts.indices)),
                "hasEditions": .bool(!editions.isEmpty), "editions": .list(editions.map(\.summary)),
                "pages": .list(pages.general), "legal": .list(pages.legal),
            ])
    }
}
