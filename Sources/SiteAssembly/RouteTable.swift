import Diagnostics
import SiteModel

/// Every route has one source.
enum RouteTable {
    /// Routes that the program makes itself, whatever the content.
    static let reserved: [Route] = [
        .home, .guides, .communes, .alerts, .alertArchive, .bulletins, .agenda, .search, .searchIndex, .consultations, .commitments, Route("/assets/"),
    ]

    static func check(_ site: Site) -> [Diagnostic] {
        var sources: [Route: (file: String, overrides: String?)] = [:]
        var diagnostics: [Diagnostic] = []
        func claim(_ page: Page) {
            guard let route = Route.page(page) else { return }
            if reserved.contains(route) {
                diagnostics.append(
                    .error(
                        .routeDuplicate, at: SourceLocation(file: page.file),
                        "l’adresse « \(route) » est déjà celle d’une page produite par Crieur",
                        advice: "donnez un autre nom à ce fichier"))
                return
            }
            guard let former = sources[route] else {
                sources[route] = (page.file, page.frontMatter.overrides)
                return
            }
            // One of the two may say that it takes the other's place.
            if page.frontMatter.overrides == route.path || former.overrides == route.path { return }
            diagnostics.append(
                .error(
                    .routeDuplicate, at: SourceLocation(file: page.file),
                    "l’adresse « \(route) » est déjà prise",
                    advice: "renommez l’un des deux fichiers, ou écrivez « overrides: \(route) » dans celui qui l’emporte",
                    notes: [.init("l’autre source est « \(former.file) »", at: SourceLocation(file: former.file))]))
        }
        for page in site.guides { claim(page) }
        for page in site.pages { claim(page) }
        for alert in site.alerts { claim(alert.page) }
        for item in site.archive { claim(item.alert.page) }
        for edition in site.editions { claim(edition.page) }
        return diagnostics
    }
}
