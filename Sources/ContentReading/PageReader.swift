import Diagnostics
import SiteModel
import YAML

/// One Markdown file → the page, alert or edition that it holds.
public struct PageReader: Sendable {
    public enum Content: Sendable {
        case page(Page)
        // Apart, so that pages by the thousand take a word each.
        indirect case alert(Alert)
        indirect case edition(Edition)
    }

    private let parser: MarkdownParser

    public init(parser: MarkdownParser = MarkdownParser()) {
        self.parser = parser
    }

    /// `nil` when the file has a fault without which nothing can be said of it; each fault is a diagnostic.
    public func read(_ bytes: [UInt8], of source: ContentFile) -> (content: Content?, diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: source.file) { return (nil, [fault]) }
        let (parts, faults) = FrontMatterSplit.split(bytes, file: source.file)
        guard let parts else { return (nil, faults) }
        var fields = YAMLFields(reading: parts.yaml, file: source.file, offset: parts.yaml.startIndex)
        var frontMatter = FrontMatter(&fields, of: source.kind)
        switch source.kind {
        case .alert: frontMatter.places = fields.places(of: "communes")
        case .bulletin: frontMatter.places = fields.places(of: "featured")
        case .guide, .page, .commune: break
        }
        let citations = FrontMatterCitations(parts.yaml, file: source.file)
        for index in frontMatter.shortTexts.indices {
            guard let place = frontMatter.shortTexts[index].place else { continue }
            frontMatter.shortTexts[index].citationPlaces = citations.places(in: place)
        }
        for citation in citations.found where source.kind == .bulletin {
            if frontMatter.places[citation.opening] == nil { frontMatter.places[citation.opening] = citation.place }
        }
        if !frontMatter.aliases.isEmpty { frontMatter.places.merge(fields.places(of: "aliases")) { first, _ in first } }
        let (document, markdownFaults) = parser.parse(
            parts.body, file: source.file, offset: parts.body.startIndex)
        let page = Page(
            file: source.file, kind: source.kind, slug: source.slug, frontMatter: frontMatter, document: document)
        let content: Content? =
            switch source.kind {
            case .guide, .page, .commune: .page(page)
            case .alert: Alert(page, &fields).map(Content.alert)
            case .bulletin: Edition(page, &fields).map(Content.edition)
            }
        return (content, fields.finish() + citations.diagnostics + markdownFaults)
    }
}
