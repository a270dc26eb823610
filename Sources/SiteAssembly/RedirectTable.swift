import Diagnostics
import SiteModel

/// The former routes of pages: each leads to one page, and none is in the way of a page of today.
enum RedirectTable {
    static func read(_ site: Site) -> (redirects: [Redirect], diagnostics: [Diagnostic]) {
        let pages = site.guides + site.pages + site.alerts.map(\.page) + site.archive.map(\.alert.page) + site.editions.map(\.page)
        guard pages.contains(where: { !$0.frontMatter.aliases.isEmpty }) else { return ([], []) }
        // Two routes may name one file: `/a/` and `/a/index.html`.
        var taken: [String: String?] = [:]
        for route in RouteTable.reserved + [.notFound] + site.settings.themes.map({ Route.theme($0.id) }) {
            taken[route.outputFile] = .some(nil)
        }
        for page in pages {
            if let route = Route.page(page) { taken[route.outputFile] = page.file }
        }
        var redirects: [Redirect] = []
        var diagnostics: [Diagnostic] = []
        var former: [String: Redirect] = [:]
        for page in pages {
            guard let target = Route.page(page) else { continue }
            for alias in page.frontMatter.aliases {
                let route = Route(alias)
                let place = SourceLocation(file: page.file, bytes: page.frontMatter.places[alias])
                if let other = former[route.outputFile] {
                    diagnostics.append(
                        .error(
                            .routeDuplicate, at: place, "l’ancienne adresse « \(alias) » mène déjà à une page",
                            advice: "ne la gardez que dans l’un des deux fichiers",
                            notes: [.init("l’autre est « \(other.source) »", at: SourceLocation(file: other.source))]))
                } else if let source = taken[route.outputFile] ?? (isProgramOwned(alias) ? .some(nil) : nil) {
                    let notes = source.map { file in
                        [Diagnostic.Note("cette page est « \(file) »", at: SourceLocation(file: file))]
                    }
                    let owner = source == nil ? "que Crieur produit lui-même" : "des pages d’aujourd’hui"
                    diagnostics.append(
                        .error(
                            .routeDuplicate, at: place, "l’ancienne adresse « \(alias) » est parmi celles \(owner)",
                            advice: "retirez-la de « aliases »", notes: notes ?? []))
                } else {
                    let redirect = Redirect(
                        from: route, to: target, source: page.file, isSensitive: page.leavesFewTraces)
                    former[route.outputFile] = redirect
                    redirects.append(redirect)
                }
            }
        }
        return (redirects.sorted { $0.from.path.utf8.lexicographicallyPrecedes($1.from.path.utf8) }, diagnostics)
    }

    /// Below these, everything is the program's.
    private static func isProgramOwned(_ alias: String) -> Bool {
        ["/communes/", "/assets/", "/api/"].contains { alias.hasPrefix($0) }
    }
}
