import Diagnostics
import French
import SiteModel
import WebRendering

/// Where a published page or a content file comes from and goes to, in French: for `crieur explain`.
public struct Explanation: Sendable {
    /// Lines of text, `nil` when nothing has this name.
    public let text: String?
    public let diagnostics: [Diagnostic]

    /// `subject`: a route (`/communes/74010-annecy/`), an address of the site or a file (`content/facts.yml`).
    public static func explain(_ subject: String, _ options: BuildOptions) async throws -> Explanation {
        let inputs = try await SiteInputs.read(options)
        let (templates, faults) = try WebTemplates.read("\(options.templates)/web")
        let diagnostics = inputs.diagnostics + faults
        guard let site = inputs.site, let templates else { return Explanation(text: nil, diagnostics: diagnostics) }
        let renderer = WebRenderer(site: site, templates: templates.library, assets: templates.assets)
        let lines = Explainer(site: site, renderer: renderer, options: options).lines(for: subject)
        return Explanation(text: lines.isEmpty ? nil : lines.joined(separator: "\n"), diagnostics: diagnostics)
    }
}

private struct Explainer {
    let site: Site
    let renderer: WebRenderer
    let options: BuildOptions

    func lines(for subject: String) -> [String] {
        let route = self.route(of: subject)
        let pages = renderer.pages.filter { $0.route.path == route || $0.source == subject }
        if let feed = site.feeds.first(where: { $0.file == subject }) { return lines(about: feed) }
        if pages.count == 1 { return lines(about: pages[0]) }
        if !pages.isEmpty { return ["\(subject) : source de \(pages.count) pages", "  " + pages[0].route.path + " …"] }
        return bulletinLines(route)
    }

    /// `https://site/x`, `/x`, `/x/index.html`, `public/x/` → `/x/`
    private func route(of subject: String) -> String {
        var path = subject
        if path.hasPrefix(site.settings.baseURL) { path = "/" + path.dropFirst(site.settings.baseURL.count) }
        if path.hasPrefix(options.output + "/") { path = String(path.dropFirst(options.output.count)) }
        if path.hasSuffix("/index.html") { path = String(path.dropLast("index.html".count)) }
        if !path.hasSuffix("/"), renderer.pages.contains(where: { $0.route.path == path + "/" }) { path += "/" }
        return path
    }

    private func lines(about page: WebPage) -> [String] {
        var lines = [
            "adresse : \(page.route)", "fichier publié : \(options.output)/\(page.route.outputFile)",
            "source : \(page.source)", "gabarit : \(options.templates)/web/\(renderer.template(of: page)).mustache",
            "date de fabrication : \(FrenchText.date(site.today))",
        ]
        if let written = writtenPage(page) {
            let frontMatter = written.frontMatter
            if let updated = frontMatter.updated { lines.append("mis à jour : \(FrenchText.date(updated))") }
            if let expires = frontMatter.expires { lines.append("dernier jour de publication : \(FrenchText.date(expires))") }
            for id in citedFacts(written.document) {
                guard let fact = site.facts[id] else { continue }
                lines.append("fait « \(id) » : \(fact.value) — \(fact.source), vérifié le \(FrenchText.date(fact.checked))")
            }
        }
        if page.kind == .commune || page.kind == .bulletin { lines += communeLines(page.route) }
        return lines
    }

    private func writtenPage(_ page: WebPage) -> Page? {
        (site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page)).first { $0.file == page.source }
    }

    private func citedFacts(_ document: Document) -> [Fact.ID] {
        var seen: Set<Fact.ID> = []
        return document.directives.filter { $0.name == "fact" }.map(\.label).filter { seen.insert($0).inserted }
    }

    private func communeLines(_ route: Route) -> [String] {
        guard let commune = commune(of: route.path) else { return [] }
        var lines = ["commune : \(commune.name) (\(commune.code))"]
        for id in commune.unitIDs {
            guard let unit = site.units[id] else { continue }
            lines.append("service compétent : \(unit.name) (\(unit.institution.rawValue), \(id))")
        }
        return lines + site.feeds.flatMap { self.lines(about: $0) }
    }

    private func lines(about feed: Feed) -> [String] {
        [
            "données « \(feed.id) » : \(feed.file) — \(feed.producer), \(feed.vintage), "
                + "récupérées le \(FrenchText.date(feed.retrieved)), \(feed.licence)"
        ]
    }

    /// A bulletin's PDF has no page of its own.
    private func bulletinLines(_ route: String) -> [String] {
        guard let commune = commune(of: route),
            let edition = site.editions.first(where: { Route.bulletinPDF($0.id, of: commune).path == route })
        else { return [] }
        return [
            "adresse : \(route)", "source : \(edition.page.file)",
            "gabarit : \(options.templates)/print/bulletin.typ",
            "guides : \(edition.featured.joined(separator: ", "))",
        ] + communeLines(Route(route))
    }

    private func commune(of path: String) -> Commune? {
        site.communes.first { path.hasPrefix(Route.commune($0).path) }
    }
}
