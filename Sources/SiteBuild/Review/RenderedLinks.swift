import ContentChecks
import Diagnostics
import SiteModel
import WebRendering

/// Where all rendered pages lead, gathered from them.
struct RenderedLinks: Sendable {
    struct Citation: Sendable {
        /// As the page writes it.
        let written: String
        /// The first page, in the order of pages, that leads there.
        let page: WebPage
        var pages = 1
    }

    /// Paths with an anchor or without; an anchor that its own page has is not among them.
    private(set) var inside: [LinkTarget: Citation] = [:]
    private(set) var outside: [String: Citation] = [:]
    /// Paths that another page leads to.
    private(set) var reached: Set<String> = []

    /// Whether a page leads to a PDF.
    var leadToPrints: Bool {
        inside.keys.contains { target in
            if case .inside(let path, _) = target { path.hasSuffix(".pdf") } else { false }
        }
    }

    /// With the faults of templates that rendering meets: pages are rendered once for both.
    static func gather(
        _ renderer: WebRenderer, workers: Int, progress: @escaping ProgressReport,
    ) async throws -> (links: RenderedLinks, diagnostics: [Diagnostic]) {
        let addresses = Addresses(renderer.settings)
        let counter = Counter()
        let parts = try await Parallel.map(renderer.pages, workers: workers) { pages in
            var found = RenderedLinks()
            var faults: Set<Diagnostic> = []
            var buffer: [UInt8] = []
            buffer.reserveCapacity(32_768)
            for page in pages {
                buffer.removeAll(keepingCapacity: true)
                faults.formUnion(renderer.render(page, into: &buffer))
                found.add(RenderedPage(buffer), of: page, at: addresses.href(page.route), renderer.settings)
            }
            progress(.rendering(done: counter.increment(by: pages.count), of: renderer.pages.count))
            return [(found, faults)]
        }
        let links = parts.reduce(into: RenderedLinks()) { $0.merge($1.0) }
        return (links, (renderer.diagnostics + parts.flatMap(\.1)).oncePerPlace())
    }

    private mutating func add(_ rendered: RenderedPage, of page: WebPage, at path: String, _ settings: SiteSettings) {
        for written in Set(rendered.links) {
            let target = LinkTarget(written, on: path, of: settings)
            switch target {
            case .inside(let place, let anchor):
                // Pages that nobody reads lead nobody anywhere.
                if place != path, page.kind != .redirect, page.kind != .notFound { reached.insert(place) }
                if place == path, let anchor, anchor.isEmpty || rendered.identifiers.contains(anchor) { continue }
                Self.add(Citation(written: written, page: page), as: target, to: &inside)
            case .outside(let address): Self.add(Citation(written: written, page: page), as: address, to: &outside)
            case .other: break
            }
        }
    }

    private mutating func merge(_ other: RenderedLinks) {
        for (target, citation) in other.inside { Self.add(citation, as: target, to: &inside) }
        for (address, citation) in other.outside { Self.add(citation, as: address, to: &outside) }
        reached.formUnion(other.reached)
    }

    private static func add<Target: Hashable>(_ citation: Citation, as target: Target, to table: inout [Target: Citation]) {
        guard let former = table[target] else { return table[target] = citation }
        var first = former.page.route < citation.page.route ? former : citation
        first.pages = former.pages + citation.pages
        table[target] = first
    }
}
