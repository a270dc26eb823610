import SiteModel
import Templates

/// The foot of every page: the free pages, those that the law asks for apart.
enum SiteFooter {
    /// Other pages that belong with the legal ones, by the name of their file.
    private static let legal: Set<String> = ["plan-du-site"]

    static func names(_ site: Site, _ addresses: Addresses) -> Object {
        let pages = pages(of: site, addresses)
        return [
            "pages": .list(pages.general), "legal": .list(pages.legal), "built": Wording.time(site.today),
            "staleAfterDays": .text(String(site.settings.staleAfterDays)),
        ]
    }

    /// Links to the home page and the free pages.
    static func pages(of site: Site, _ addresses: Addresses) -> (general: [Value], legal: [Value]) {
        let pages = site.pages.sorted { left, right in
            if left.frontMatter.order != right.frontMatter.order {
                return left.frontMatter.order < right.frontMatter.order
            }
            return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
        }
        func entry(_ page: Page) -> Value {
            [
                "title": .text(page.frontMatter.title),
                "href": .text(addresses.href(Route.page(page) ?? .home)),
            ]
        }
        func isLegal(_ page: Page) -> Bool { LegalPage(page) != nil || legal.contains(page.slug) }
        func entry(_ title: String, _ route: Route) -> Value { ["title": .text(title), "href": .text(addresses.href(route))] }
        let asked = site.consultations.isEmpty ? [] : [entry("Consultations", .consultations)]
        let done = site.commitments.isEmpty ? [] : [entry("Vous avez dit, nous avons fait", .commitments)]
        return (
            [entry("Accueil", .home)] + asked + done + pages.filter { !isLegal($0) }.map(entry), pages.filter(isLegal).map(entry)
        )
    }
}
