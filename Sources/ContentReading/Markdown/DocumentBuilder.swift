import CCMarkGFM
import Diagnostics
import Glibc
import SiteModel

/// libcmark-gfm's tree → the flat document.
struct DocumentBuilder {
    var document = Document()
    var diagnostics: [Diagnostic] = []

    let source: MarkdownSource
    let body: ArraySlice<UInt8>
    let file: String
    let offset: Int
    let typography: MarkdownParser.TypographyMode

    /// The nodes that are open, each with its last child so far.
    var open: [(index: Int, lastChild: Int)] = [(0, 0)]
    var openFences: [Int] = []
    /// How far each of them stands from the margin.
    var openIndents: [Int] = []
    /// Nodes of libcmark-gfm that leave nothing behind: an alert's marker and what holds only it.
    var skipped: [OpaquePointer] = []
    var run = TextRun()
    /// Last byte of text in the present paragraph.
    var previous: UInt8?
    /// What headings say, as addresses do, where it stands in the document's text, and how many say so.
    var identifiers: [(slug: Range<Int>, count: Int)] = []
    /// Times each footnote was cited, by number.
    var citations: [UInt32: UInt32] = [:]
    var footnoteCount: UInt32 = 0
    /// Level of the last heading; the page's title is the first.
    var headingLevel: UInt8 = 1
    /// HTML tags of a block that was told and not closed yet.
    var openBlockTags = 0
    /// Whether the present paragraph's HTML was told.
    var isHTMLTold = false

    /// Adjacent texts, joined before they are read for directives and set.
    struct TextRun {
        var bytes: [UInt8] = []
        var source = 0
    }

    init(
        source: MarkdownSource, body: ArraySlice<UInt8>, file: String, offset: Int,
        typography: MarkdownParser.TypographyMode,
    ) {
        self.source = source
        self.body = body
        self.file = file
        self.offset = offset
        self.typography = typography
        document.nodes.reserveCapacity(body.count / 20)
        document.text.reserveCapacity(body.count)
    }

    /// Past this depth a text is not one that a person wrote, and renderers that recurse must not follow it.
    static let deepest = 100

    mutating func build(_ root: OpaquePointer) {
        // Depth first, by the links between nodes: libcmark-gfm's own iterator does the same in twice the time.
        var next: OpaquePointer? = root
        walk: while let node = next {
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_TEXT {
                if skipped.isEmpty || !skipped.contains(node) { collect(node) }
            } else {
                guard enter(node, of: type) else { break }
                if let child = cmark_node_first_child(node) {
                    next = child
                    continue
                }
                if Self.holdsOthers(type) { leave(node, of: type) }
            }
            var last = node
            while cmark_node_next(last) == nil {
                guard let parent = cmark_node_parent(last) else { break walk }
                leave(parent, of: cmark_node_get_type(parent))
                last = parent
            }
            next = cmark_node_next(last)
        }
        for fence in openFences.reversed() { reportUnclosed(fence) }
    }

    /// `false` where the text is too deep to go on.
    private mutating func enter(_ node: OpaquePointer, of type: cmark_node_type) -> Bool {
        if !run.bytes.isEmpty { flushRun(in: nil) }
        if !skipped.isEmpty, skipped.contains(node) { return true }
        guard open.count <= Self.deepest else {
            diagnostics.append(
                .error(
                    .nestingTooDeep, at: SourceLocation(file: file, offset: sourceOffset(of: node)),
                    "ce texte emboîte plus de \(Self.deepest) niveaux",
                    advice: "simplifiez les listes et les citations"))
            return false
        }
        begin(node, type)
        return true
    }

    private mutating func leave(_ node: OpaquePointer, of type: cmark_node_type) {
        if !run.bytes.isEmpty { flushRun(in: type == CMARK_NODE_LINK ? node : nil) }
        if skipped.isEmpty || !skipped.contains(node) { end(type) }
    }

    /// Whether `begin` pushed a node of this type, which may have no child all the same.
    private static func holdsOthers(_ type: cmark_node_type) -> Bool {
        switch type {
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_SOFTBREAK,
            CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_FOOTNOTE_REFERENCE:
            false
        default: true
        }
    }

    // MARK: - Building

    mutating func append(_ node: Document.Node) -> Int {
        let index = document.nodes.count
        document.nodes.append(node)
        let parent = open.count - 1
        if open[parent].lastChild == 0 {
            document.nodes[open[parent].index].firstChild = UInt32(index)
        } else {
            document.nodes[open[parent].lastChild].next = UInt32(index)
        }
        open[parent].lastChild = index
        return index
    }

    mutating func push(_ node: Document.Node) {
        open.append((append(node), 0))
    }

    private mutating func end(_ type: cmark_node_type) {
        guard type != CMARK_NODE_DOCUMENT else { return }
        if type == CMARK_NODE_HEADING { identifyHeading() }
        // A block directive opened inside cannot be: fences stand at the left margin.
        if open.count > 1 { open.removeLast() }
    }

    private mutating func begin(_ node: OpaquePointer, _ type: cmark_node_type) {
        let at = sourceOffset(of: node)
        let place = UInt32(clamping: at)
        switch type {
        case CMARK_NODE_DOCUMENT:
            break
        case CMARK_NODE_PARAGRAPH:
            startText()
            push(.init(kind: .paragraph, source: place))
        case CMARK_NODE_HEADING:
            startText()
            let level = UInt8(clamping: cmark_node_get_heading_level(node))
            checkHeading(level, at: at)
            push(.init(kind: .heading, level: level, source: place))
        case CMARK_NODE_BLOCK_QUOTE:
            let alert = alertKind(of: node)
            push(.init(kind: alert == nil ? .blockQuote : .alert, level: alert?.rawValue ?? 0, source: place))
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            push(
                .init(
                    kind: .list, level: isOrdered ? 1 : 0, flags: cmark_node_get_list_tight(node) == 1 ? 1 : 0,
                    start: UInt32(clamping: cmark_node_get_list_start(node)), source: place))
        case CMARK_NODE_ITEM:
            startText()
            push(.init(kind: .item, level: task(of: node).rawValue, source: place))
        case CMARK_NODE_CODE_BLOCK:
            let (start, length) = appendCode(cmark_node_get_literal(node))
            let index = append(.init(kind: .codeBlock, start: start, length: length, source: place))
            if let info = cmark_node_get_fence_info(node), info.pointee != 0 {
                document.infos[UInt32(index)] = plain(info)
            }
        case CMARK_NODE_HTML_BLOCK:
            enterFence(node, at: at)
        case CMARK_NODE_THEMATIC_BREAK:
            _ = append(.init(kind: .thematicBreak, source: place))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            footnoteCount += 1
            push(
                .init(
                    kind: .footnoteDefinition, start: footnoteCount, length: citations[footnoteCount] ?? 0,
                    source: place))
        case CMARK_NODE_SOFTBREAK:
            _ = append(.init(kind: .softBreak))
            previous = 0x20
        case CMARK_NODE_LINEBREAK:
            _ = append(.init(kind: .lineBreak))
            previous = nil
        case CMARK_NODE_CODE:
            let (start, length) = appendCode(cmark_node_get_literal(node))
            _ = append(.init(kind: .code, start: start, length: length, source: place))
            previous = 0x61
        case CMARK_NODE_HTML_INLINE:
            reportInlineHTML(node, at: at)
        case CMARK_NODE_EMPH: push(.init(kind: .emphasis, source: place))
        case CMARK_NODE_STRONG: push(.init(kind: .strong, source: place))
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            document.links.append(
                .init(
                    destination: plain(cmark_node_get_url(node)), title: typeset(plain(cmark_node_get_title(node))),
                    place: destinationPlace(of: node)))
            push(
                .init(
                    kind: type == CMARK_NODE_LINK ? .link : .image, start: UInt32(document.links.count - 1),
                    length: UInt32(clamping: sourceLength(of: node)), source: place))
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            let number = UInt32(plain(cmark_node_get_literal(node))) ?? 0
            citations[number, default: 0] += 1
            _ = append(
                .init(
                    kind: .footnoteReference, start: number, length: citations[number] ?? 1, source: place))
        default:
            enterExtension(node, place)
        }
    }

    // MARK: - Places

    func sourceOffset(of node: OpaquePointer) -> Int {
        let line = Int(cmark_node_get_start_line(node))
        guard line > 0, line <= source.lineStarts.count else { return offset }
        let start = source.lineStarts[line - 1]
        let end = line < source.lineStarts.count ? source.lineStarts[line] : body.count
        let column = max(0, Int(cmark_node_get_start_column(node)) - 1)
        // Of a line that goes on with a quotation without its mark, the library counts the marks of the line before.
        return offset + (start + column <= end ? start + column : start)
    }

    /// Of a node that ends on the line where it starts; 1 for another.
    private func sourceLength(of node: OpaquePointer) -> Int {
        guard cmark_node_get_end_line(node) == cmark_node_get_start_line(node) else { return 1 }
        return max(1, Int(cmark_node_get_end_column(node)) - Int(cmark_node_get_start_column(node)) + 1)
    }

    /// Where a link's address stands, of which the library tells nothing: the last place in the link that reads so.
    private func destinationPlace(of node: OpaquePointer) -> UInt32 {
        guard let url = cmark_node_get_url(node) else { return 0 }
        let count = Self.length(url)
        let line = Int(cmark_node_get_end_line(node))
        guard count > 0, line > 0, line <= source.lineStarts.count else { return 0 }
        let start = sourceOffset(of: node) - offset
        let end = min(source.lineStarts[line - 1] + Int(cmark_node_get_end_column(node)), body.count)
        return body.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress, start >= 0 else { return 0 }
            var place = end - count
            while place >= start {
                if memcmp(base + place, url, count) == 0 { return UInt32(clamping: offset + place) }
                place -= 1
            }
            return 0
        }
    }

    static func length(_ text: UnsafePointer<CChar>?) -> Int { text.map { Int(strlen($0)) } ?? 0 }
}
