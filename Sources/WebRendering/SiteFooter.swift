import SiteModel
import Templates

/// The foot of every page: the free pages, those that the law asks for apart.
enum SiteFooter {
    /// Pages that belong with the legal ones, by the name of their file.
    private static let legal: Set<String> = [
        "mentions-legales", "accessibilite", "donnees-personnelles", "protection-des-donnees", "sources",
        "sources-et-licences", "eco-conception", "plan-du-site",
    ]

    static func names(_ site: Site, _ addresses: Addresses) -> Object {
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
        return [
            "pages": .list(
                [["title": "Accueil", "href": .text(addresses.href(.home))]]
                    + pages.filter { !legal.contains($0.slug) }.map(entry)),
            "legal": .list(pages.filter { legal.contains($0.slug) }.map(entry)),
        ]
    }
}
