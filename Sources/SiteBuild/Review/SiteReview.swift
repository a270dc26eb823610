import ContentChecks
public import Diagnostics
import ExternalTools
import Files
import SiteModel
import WebRendering

/// What `crieur check` looks at besides what every build does: where rendered pages lead, what nothing leads to, what
/// was to be read again, and, where it is asked for, how words are spelt.
public struct SiteReview: Sendable {
    public let diagnostics: [Diagnostic]
    /// Addresses of other sites.
    public let outside: OutsideLinks

    /// Words that a site accepts, one a line; what follows `#` is a remark.
    static let wordList = "mots.txt"

    static func of(
        _ site: Site, _ renderer: WebRenderer, _ templates: WebTemplates, _ links: RenderedLinks, _ options: BuildOptions,
    ) async throws -> SiteReview {
        let folder = "\(options.templates)/web"
        // To know what is printed, each job is composed: only where a page leads to a print.
        let orders = links.leadToPrints
            ? try await PrintOrders(site: site, documents: nil, workers: options.workers).orders(for: site.communes, isWhole: true) : []
        let check = try PageLinkCheck(
            site: site, renderer: renderer, templates: templates, links: links, prints: orders.map(\.route), folder: folder)
        var diagnostics = check.diagnostics() + OrphanCheck.pages(renderer, links, site.settings)
        diagnostics += OrphanCheck.assets(renderer, templates, links, folder: folder)
        diagnostics += try OrphanCheck.images(site, root: options.content) + OrphanCheck.unprintedImages(site)
        diagnostics += ProofreadingCheck.check(site)
        if options.checksSpelling { diagnostics += try await spelling(of: site, root: options.content) }
        let outside = OutsideLinks(site, links, root: options.content) { check.file(of: $0) }
        return SiteReview(diagnostics: diagnostics, outside: outside)
    }

    private static func spelling(of site: Site, root: String) async throws -> [Diagnostic] {
        let list = "\(root)/\(wordList)"
        var diagnostics: [Diagnostic] = []
        var own = ""
        if Files.kind(of: list) == .file, let bytes = try SourceFile.read(list, into: &diagnostics) {
            let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            own = lines.map { $0.prefix { $0 != "#" } }.joined(separator: "\n")
        }
        let accepted = SpellingWords.accepted(site, list: own)
        let words = SpellingWords(site, accepted: accepted)
        let all = Set(words.found.map(\.word))
        // A word is right as a whole, or by its parts.
        let asked = all.union(all.flatMap(SpellingWords.parts)).filter { !accepted.contains($0.lowercased()) }.sorted()
        let (unknown, fault) = await Hunspell().unknown(asked)
        guard let unknown else { return diagnostics + (fault.map { [$0] } ?? []) }
        let wrong = unknown.filter { word, _ in
            let parts = SpellingWords.parts(word)
            return all.contains(word) && (parts == [word] || parts.contains { unknown[$0] != nil })
        }
        return diagnostics + words.diagnostics(unknown: wrong, list: list) { try? Files.read($0) }
    }
}
