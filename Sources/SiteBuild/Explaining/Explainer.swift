import BulletinRendering
import French
import SiteModel
import WebRendering

/// Says of a route or a file where it comes from and goes to.
struct Explainer {
    let site: Site
    let renderer: WebRenderer
    let options: BuildOptions

    func lines(for subject: String) -> [String] {
        let route = self.route(of: subject)
        let subject = source(subject)
        let pages = renderer.pages.filter { $0.route.path == route || $0.source == subject }
        if let feed = site.feeds.first(where: { $0.file == subject }) { return lines(about: feed) }
        if pages.count == 1 { return lines(about: pages[0]) }
        if !pages.isEmpty { return ["\(subject) : source de \(list(pages))"] + (text(at: subject).map(policies) ?? []) }
        if let hidden = hidden(subject: subject, route: route) { return hidden }
        if subject == "\(options.content)/facts.yml" { return factLines() }
        let made = renderer.pages.filter { template(of: $0) == subject }
        if !made.isEmpty { return ["\(subject) : gabarit de \(list(made))"] }
        let sheet = sheetLines(route) + agendaLines(route)
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

    /// The layouts and partials that its template names, and theirs.
    private func partials(of page: WebPage) -> String {
        let named = TemplateNames.all(from: renderer.template(of: page), below: "\(options.templates)/web")
        return "qui emploie : " + (named.isEmpty ? "rien d’autre" : named.joined(separator: ", "))
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
    func route(of subject: String) -> String {
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
            "source : \(page.source)", "gabarit : \(template(of: page))", partials(of: page),
            "date de fabrication : \(FrenchText.date(site.today))",
        ]
        if let written = text(at: page.source) {
            lines += dates(of: written) + policies(of: written)
            for id in written.citedFacts {
                guard let fact = site.facts[id] else { continue }
                lines.append("fait « \(id) » : \(fact.value) — \(fact.source), \(Self.check(of: fact))")
            }
            lines += prints(of: written)
        }
        lines += consultationLines(page)
        if page.kind == .commune || page.kind == .bulletin { lines += communeLines(page.route) }
        return lines
    }

    private static func check(of fact: Fact) -> String {
        let review = fact.nextReview.map { ", à revérifier le \(FrenchText.date($0)) au plus tard" } ?? ""
        return fact.certainSince.map { "vérifié le \(FrenchText.date($0))\(review)" } ?? "à vérifier"
    }

    /// What an editor wrote there and is published today.
    func text(at file: String) -> Page? { writtenPages.first { $0.file == file } }

    private var writtenPages: [Page] {
        let notes = site.communeNotes.keys.sorted().compactMap { site.communeNotes[$0] }
        return site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page) + notes
    }

    func communeLines(_ route: Route) -> [String] {
        guard let commune = commune(of: route.path) else { return [] }
        var lines = ["commune : \(commune.name) (\(commune.code))"]
        for id in commune.unitIDs {
            guard let unit = site.units[id] else { continue }
            lines.append("service compétent : \(unit.name) (\(unit.institution.rawValue), \(id))")
        }
        lines += policies(of: commune)
        return lines + site.feeds.flatMap { feed in self.lines(about: feed) + FeedRows(of: commune, in: feed).lines }
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

    func printTemplate(_ document: PrintDocument) -> String { "\(options.templates)/print/\(document.template)" }

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

    func commune(of path: String) -> Commune? {
        site.communes.first { path.hasPrefix(Route.commune($0).path) }
    }
}
