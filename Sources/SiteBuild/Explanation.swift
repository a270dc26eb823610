import BulletinRendering
import Diagnostics
import French
import Publishing
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
        let explainer = Explainer(site: site, renderer: renderer, options: options)
        let lines = try await explainer.lines(for: subject) + explainer.omissionLines(for: subject)
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
        if !pages.isEmpty { return ["\(subject) : source de \(list(pages))"] }
        if subject == "\(options.content)/facts.yml" { return factLines() }
        let made = renderer.pages.filter { template(of: $0) == subject }
        if !made.isEmpty { return ["\(subject) : gabarit de \(list(made))"] }
        let sheet = sheetLines(route)
        return sheet.isEmpty ? bulletinLines(route) : sheet
    }

    private static let mostRoutes = 3

    /// « 279 pages : /communes/74001-abondance/, … et 276 autres »
    private func list(_ pages: [WebPage]) -> String {
        let routes = pages.prefix(Self.mostRoutes).map(\.route.path)
        let rest = pages.count - routes.count
        let others = rest > 0 ? [FrenchText.count(rest, "autre", "autres")] : []
        return "\(FrenchText.count(pages.count, "page", "pages")) : \(FrenchText.list(routes + others))"
    }

    private func template(of page: WebPage) -> String {
        "\(options.templates)/web/\(renderer.template(of: page)).mustache"
    }

    /// Each fact with the files that cite it.
    private func factLines() -> [String] {
        var citations: [Fact.ID: [String]] = [:]
        for id in site.settings.emergency { citations[id] = ["\(options.content)/site.yml"] }
        for page in writtenPages {
            for fact in page.citedFacts { citations[fact, default: []].append(page.file) }
        }
        return site.facts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { id in
            "fait « \(id) » : " + (citations[id].map { "cité par \($0.joined(separator: ", "))" } ?? "cité nulle part")
        }
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
            "source : \(page.source)", "gabarit : \(template(of: page))",
            "date de fabrication : \(FrenchText.date(site.today))",
        ]
        if let written = writtenPage(page) {
            let frontMatter = written.frontMatter
            if let updated = frontMatter.updated { lines.append("mis à jour : \(FrenchText.date(updated))") }
            if let expires = frontMatter.expires { lines.append("dernier jour de publication : \(FrenchText.date(expires))") }
            for id in written.citedFacts {
                guard let fact = site.facts[id] else { continue }
                lines.append("fait « \(id) » : \(fact.value) — \(fact.source), \(Self.check(of: fact))")
            }
        }
        if page.kind == .commune || page.kind == .bulletin { lines += communeLines(page.route) }
        return lines
    }

    private static func check(of fact: Fact) -> String {
        fact.certainSince.map { "vérifié le \(FrenchText.date($0))" } ?? "à vérifier"
    }

    private func writtenPage(_ page: WebPage) -> Page? {
        writtenPages.first { $0.file == page.source }
    }

    private var writtenPages: [Page] {
        let notes = site.communeNotes.keys.sorted().compactMap { site.communeNotes[$0] }
        return site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page) + notes
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

    /// What is printed of a guide or an alert.
    private func sheetLines(_ route: String) -> [String] {
        for page in site.guides + site.alerts.map(\.page) {
            for sheet in PrintedSheet.asked(by: page.frontMatter.print) where Route.sheet(sheet, of: page)?.path == route {
                return [
                    "adresse : \(route)", "source : \(page.file)", "gabarit : \(printTemplate(PrintDocument(sheet)))",
                ]
            }
        }
        return []
    }

    private func printTemplate(_ document: PrintDocument) -> String { "\(options.templates)/print/\(document.template)" }

    /// A bulletin's PDF, the poster of contacts and a commune's sheet of a guide have no page of their own.
    private func bulletinLines(_ route: String) -> [String] {
        guard let commune = commune(of: route) else { return [] }
        for edition in site.editions {
            let document: PrintDocument
            switch Route(route) {
            case .bulletinPDF(edition.id, of: commune): document = .bulletin
            case .largeBulletin(edition.id, of: commune): document = .bulletinLarge
            case .contactsPoster(edition.id, of: commune, on: .a4), .contactsPoster(edition.id, of: commune, on: .a3):
                document = .poster
            default: continue
            }
            let guides = document == .poster ? [] : ["guides : \(edition.featured.joined(separator: ", "))"]
            return ["adresse : \(route)", "source : \(edition.page.file)", "gabarit : \(printTemplate(document))"] + guides
                + communeLines(Route(route))
        }
        for guide in site.guides where guide.hasCommuneSheets && Route.communeSheet(of: guide, for: commune)?.path == route {
            return ["adresse : \(route)", "source : \(guide.file)", "gabarit : \(printTemplate(.poster))"]
                + communeLines(Route(route))
        }
        return []
    }

    /// What a bulletin left out, for its PDF or its page.
    func omissionLines(for subject: String) async throws -> [String] {
        let route = Route(route(of: subject))
        guard let commune = commune(of: route.path),
            let edition = site.editions.first(where: {
                [.bulletinPDF($0.id, of: commune), .bulletin($0.id, of: commune)].contains(route)
            }),
            let engine = try await BulletinPress.engine(for: options).engine
        else { return [] }
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: 1)
        guard let bulletin = try await press.ready(for: commune, in: site)[.bulletinPDF(edition.id, of: commune)] else {
            return ["PDF : pas encore composé tel que les textes et les données sont maintenant"]
        }
        let omitted = bulletin.omitted.isEmpty ? "rien" : FrenchText.list(bulletin.omitted)
        return ["abrégé ou laissé de côté, faute de place : \(omitted)"]
    }

    private func commune(of path: String) -> Commune? {
        site.communes.first { path.hasPrefix(Route.commune($0).path) }
    }
}
