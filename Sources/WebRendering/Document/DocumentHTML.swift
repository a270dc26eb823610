import SiteModel

/// A document → HTML, straight into bytes.
public struct DocumentHTML: Sendable {
    public enum Style: Sendable {
        /// For the portal: headings from level 2, with their identifiers; accessible tables; no style attribute.
        case site
        /// Exactly the HTML of the GFM specification (https://github.github.com/gfm/).
        case specification
    }

    private let style: Style
    private let basePath: String
    private let directives: DirectiveHTML
    private let images: [String: SiteImage]

    public init(site: Site) {
        style = .site
        basePath = site.settings.basePath
        directives = DirectiveHTML(site: site)
        images = site.images
    }

    /// For conformance tests: no directive has a value.
    public init(specification: Void) {
        style = .specification
        basePath = "/"
        directives = DirectiveHTML()
        images = [:]
    }

    /// Appends the whole document. `prefix` keeps the identifiers of two documents on one page apart;
    /// `headingShift` lowers headings where the text stands below another heading.
    public func append(
        _ document: Document, prefix: String = "", headingShift: UInt8 = 0, to output: inout [UInt8],
    ) {
        var writer = HTMLWriter(
            document: document, style: style, basePath: basePath, directives: directives, images: images,
            prefix: prefix, headingShift: headingShift, output: output)
        // One owner at a time: the buffer grows in place.
        output = []
        writer.writeChildren(of: 0)
        writer.closeFootnotes()
        output = writer.output
    }
}
