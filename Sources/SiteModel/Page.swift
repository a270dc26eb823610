/// A page written in Markdown: its front matter, its document, where it is published.
///
/// A class that never changes, hence a value: lists of ten thousand are sorted, joined and handed from stage to stage,
/// and a structure of a dozen references would be counted up and down each time.
public final class Page: Sendable, Identifiable {
    public enum Kind: Sendable, Hashable {
        /// `content/guides/<theme>/*.md`
        case guide(theme: String)
        /// `content/pages/*.md`
        case page
        /// `content/communes/<INSEE>.md`: has no route of its own, joins the commune's page.
        case commune(INSEECode)
        case alert
        case bulletin
    }

    /// Path of the source file: `content/guides/elus/menaces.md`.
    public var id: String { file }
    public let file: String
    public let kind: Kind
    /// File name without extension.
    public let slug: String
    public let frontMatter: FrontMatter
    public let document: Document

    public init(
        file: String, kind: Kind, slug: String, frontMatter: FrontMatter, document: Document,
    ) {
        self.file = file
        self.kind = kind
        self.slug = slug
        self.frontMatter = frontMatter
        self.document = document
    }

    /// Theme of the guides on violence within the family: they stay out of every cache and excerpt.
    public static let violence = "violences-intrafamiliales"

    /// Whether it leaves as few traces as it can: it says so, or it is about violence within the family.
    public var leavesFewTraces: Bool {
        if case .guide(theme: Self.violence) = kind { return true }
        return !frontMatter.offline
    }

    /// The same page with another text.
    public func with(_ document: Document) -> Page {
        Page(file: file, kind: kind, slug: slug, frontMatter: frontMatter, document: document)
    }

    /// The same page with another front matter.
    public func with(_ frontMatter: FrontMatter) -> Page {
        Page(file: file, kind: kind, slug: slug, frontMatter: frontMatter, document: document)
    }

    /// The same page with its links where they lead.
    public func with(_ links: [Document.Link]) -> Page {
        var document = document
        document.links = links
        return Page(file: file, kind: kind, slug: slug, frontMatter: frontMatter, document: document)
    }
}
