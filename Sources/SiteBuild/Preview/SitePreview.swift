public import Diagnostics
import Files
import Publishing
import SiteModel
import Syndication
import WebRendering

/// The site as a build would publish it, held in memory: each of its files is made when it is asked for.
///
/// What takes long (PDFs, the index of the search) is added by `PreviewPress`; until then the site has what a former
/// preview had of it.
public struct SitePreview: Sendable {
    /// A file as it would be published.
    public enum File: Sendable {
        case bytes([UInt8])
        /// A finished file elsewhere on the disk.
        case path(String)
    }

    let site: Site
    let templates: WebTemplates
    let renderer: WebRenderer
    /// What is beside the pages and was made from this site, or from a former one.
    let additions: Additions
    private let pages: [String: WebPage]
    private let files: [String: SiteFile]

    /// What `PreviewPress` adds.
    struct Additions: Sendable {
        var printed = BulletinPress.Printed()
        var index: [String: [UInt8]] = [:]
        var hasSearch = true
        var images: ImagePress.Made?
    }

    init(site: Site, templates: WebTemplates, additions: Additions) {
        self.site = site
        self.templates = templates
        self.additions = additions
        renderer = WebRenderer(
            site: site, templates: templates.library, assets: templates.assets, printed: additions.printed.documents,
            hasSearch: additions.hasSearch)
        pages = Dictionary(renderer.pages.map { ($0.route.outputFile, $0) }, uniquingKeysWith: { first, _ in first })
        let files = SiteFiles(site: site, renderer: renderer, templates: templates)
        let made = files.shared + files.bulk + site.communes.flatMap(files.files(of:))
        self.files = Dictionary(made.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads everything anew.
    ///
    /// - Parameter former: whose PDFs and index the site has until it has its own.
    /// - Returns: `nil` with the diagnostics that say why, where a build would stop before its first page.
    public static func read(
        _ options: BuildOptions, after former: SitePreview?,
    ) async throws -> (preview: SitePreview?, diagnostics: [Diagnostic]) {
        var faults = FaultGathering(strict: options.strict)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let templates = faults.take(try WebTemplates.read("\(options.templates)/web"))
        guard !faults.stopBuild, let site = inputs.site, let templates else { return (nil, faults.all) }
        var additions = former?.additions ?? Additions()
        additions.images = faults.take(try await ImagePress.open(for: site, options)?.make(site) ?? (nil, []))
        return (SitePreview(site: site.showing(additions.images), templates: templates, additions: additions), faults.all)
    }

    /// The path of the site's address: `/`, or `/portail/` where it is published below a folder.
    public var base: String { Addresses(site.settings).href(.home) }

    /// - Parameter path: below the output folder, such as `guides/elus/menaces/index.html`.
    /// - Returns: `nil` where a build writes no such file; with a page, the faults of its templates.
    public func file(at path: String) -> (file: File, faults: [Diagnostic])? {
        if let image = additions.images?.files[Route("/\(path)")] { return (.path(image.file), []) }
        if let page = pages[path] {
            var bytes: [UInt8] = []
            let faults = renderer.render(page, into: &bytes)
            return (.bytes(bytes), faults)
        }
        if let bytes = files[path]?.make() ?? additions.index[path] { return (.bytes(bytes), []) }
        return additions.printed.file(of: Route("/\(path)")).map { (.path($0), []) }
    }

    /// All that `file(at:)` knows, in no order.
    public var paths: [String] {
        pages.keys + files.keys.filter { files[$0]?.make() != nil } + additions.index.keys
            + additions.printed.documents.keys.map(\.outputFile) + (additions.images?.files.keys.map(\.outputFile) ?? [])
    }
}
