import ContentChecks
import Diagnostics
import Files
import French
import Publishing
import SiteModel
import WebRendering

/// Links of rendered pages that lead nowhere in the site: those of texts were resolved before, these are the templates'.
struct PageLinkCheck {
    let site: Site
    let renderer: WebRenderer
    let links: RenderedLinks
    /// Paths of all that is published, as pages write them.
    private let known: Set<String>
    private let pages: [String: WebPage]
    private let folder: String
    private let sources: [(file: String, text: [UInt8])]

    /// - Parameters:
    ///   - folder: of the web templates, as messages show it.
    ///   - prints: what a build prints; a check does not.
    init(
        site: Site, renderer: WebRenderer, templates: WebTemplates, links: RenderedLinks, prints: [Route], folder: String,
    ) throws(DiskError) {
        self.site = site
        self.renderer = renderer
        self.links = links
        self.folder = folder
        let addresses = Addresses(site.settings)
        pages = Dictionary(renderer.pages.map { (addresses.href($0.route), $0) }, uniquingKeysWith: { first, _ in first })
        let files = SiteFiles(site: site, renderer: renderer, templates: templates)
        var known = Set(pages.keys)
        for file in files.shared + files.bulk + site.communes.flatMap(files.files) { known.insert(addresses.href(Route("/\(file.path)"))) }
        for image in site.images.values {
            for variant in image.sizes + image.lightSizes { known.insert(addresses.href(image.route(variant))) }
        }
        if let worker = templates.serviceWorker { known.insert(addresses.href(renderer.serviceWorker(worker, version: "").route)) }
        for print in prints { known.insert(addresses.href(print)) }
        self.known = known
        sources = try Self.sources(below: folder)
    }

    private static func sources(below folder: String) throws(DiskError) -> [(file: String, text: [UInt8])] {
        var sources: [(file: String, text: [UInt8])] = []
        for path in try Files.tree(below: folder) where path.hasSuffix(".mustache") {
            sources.append(("\(folder)/\(path)", try Files.read("\(folder)/\(path)")))
        }
        return sources
    }

    /// In the order of what they lead to.
    func diagnostics() -> [Diagnostic] {
        var anchors: [String: [(anchor: String, citation: RenderedLinks.Citation)]] = [:]
        var broken: [String: RenderedLinks.Citation] = [:]
        for (target, citation) in links.inside {
            guard case .inside(let path, let anchor) = target else { continue }
            guard isPublished(path) else {
                if broken[path].map({ citation.page.route < $0.page.route }) ?? true { broken[path] = citation }
                continue
            }
            if let anchor, !anchor.isEmpty, pages[path] != nil { anchors[path, default: []].append((anchor, citation)) }
        }
        var faults: [Diagnostic] = []
        for (path, citation) in broken.sorted(by: { $0.key < $1.key }) {
            faults.append(
                .warning(
                    .pageLinkBroken, at: place(of: citation),
                    "\(Self.words(citation)) à « \(path) », où rien n’est publié",
                    advice: Suggestion.closest(to: path, in: pages.keys).map { "vouliez-vous dire « \($0) » ?" }
                        ?? "corrigez ce lien du gabarit, ou publiez cette page"))
        }
        for (path, cited) in anchors.sorted(by: { $0.key < $1.key }) {
            guard let page = pages[path] else { continue }
            var html: [UInt8] = []
            _ = renderer.render(page, into: &html)
            let identifiers = RenderedPage(html).identifiers
            for (anchor, citation) in cited.sorted(by: { $0.anchor < $1.anchor }) where !identifiers.contains(anchor) {
                faults.append(
                    .warning(
                        .pageAnchorBroken, at: place(of: citation),
                        "\(Self.words(citation)) à « #\(anchor) », que la page « \(path) » n’a pas",
                        advice: Suggestion.closest(to: anchor, in: identifiers).map { "vouliez-vous dire « #\($0) » ?" }
                            ?? "donnez « id=\"\(anchor)\" » à ce qu’il désigne, ou corrigez le lien"))
            }
        }
        return faults
    }

    /// What is indexed is not made by a check.
    private func isPublished(_ path: String) -> Bool {
        known.contains(path) || path.hasPrefix(Addresses(site.settings).href(.searchIndex))
    }

    private static func words(_ citation: RenderedLinks.Citation) -> String {
        let others = citation.pages > 1 ? " (et \(FrenchText.count(citation.pages - 1, "autre page", "autres pages")))" : ""
        return "la page « \(citation.page.route) »\(others) mène"
    }

    /// The file that gives an address: the template that writes it whole, else what its first page is made from.
    func file(of citation: RenderedLinks.Citation) -> String {
        let place = place(of: citation)
        return place.offset == nil ? citation.page.source : place.file
    }

    /// Where a template writes the address whole; else the page's template.
    private func place(of citation: RenderedLinks.Citation) -> SourceLocation {
        let written = Array("=\"\(citation.written)\"".utf8)
        let own = "\(folder)/\(renderer.template(of: citation.page)).mustache"
        let ordered = sources.filter { $0.file == own } + sources.filter { $0.file != own }
        for source in ordered {
            guard let range = source.text.firstRange(of: written) else { continue }
            return SourceLocation(file: source.file, offset: range.lowerBound + 2, length: max(1, range.count - 3))
        }
        return SourceLocation(file: own)
    }
}
