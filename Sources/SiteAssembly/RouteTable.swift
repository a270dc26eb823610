import Diagnostics
import SiteModel

/// Every route has one source.
enum RouteTable {
    /// Routes that the program makes itself, whatever the content.
    private static let reserved: [Route] = [
        .home, .guides, .communes, .alerts, .bulletins, .agenda, Route("/assets/"),
    ]

    static func check(_ site: Site) -> [Diagnostic] {
        var sources: [Route: Page] = [:]
        var diagnostics: [Diagnostic] = []
        let pages = site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page)
        for page in pages {
            guard let route = Route.page(page) else { continue }
            if reserved.contains(route) {
                diagnostics.append(
                    .error(
                        .routeDuplicate, at: SourceLocation(file: page.file),
                        "l’adresse « \(route) » est déjà celle d’une page produite par Crieur",
                        advice: "donnez un autre nom à ce fichier"))
                continue
            }
            guard let former = sources[route] else {
                sources[route] = page
                continue
            }
            // One of the two may say that it takes the other's place.
            if page.frontMatter.overrides == route.path || former.frontMatter.overrides == route.path { continue }
            diagnostics.append(
                .error(
                    .routeDuplicate, at: SourceLocation(file: page.file),
                    "l’adresse « \(route) » est déjà prise",
                    advice: "renommez l’un des deux fichiers, ou écrivez « overrides: \(route) » dans celui qui l’emporte",
                    notes: [.init("l’autre source est « \(former.file) »", at: SourceLocation(file: former.file))]))
        }
        return diagnostics
    }
}
