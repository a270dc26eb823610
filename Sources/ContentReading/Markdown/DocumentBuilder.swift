import CCMarkGFM
import Diagnostics
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
    /// Nodes of libcmark-gfm that leave nothing behind: an alert's marker and what holds only it.
    var skipped: Set<OpaquePointer> = []
    var run = TextRun()
    /// Last byte of text in the present paragraph.
    var previous: UInt8?
    var identifiers: [String: Int] = [:]
    /// Times each footnote was cited, by number.
    var citations: [UInt32: UInt32] = [:]
    var footnoteCount: UInt32 = 0
    /// HTML tags that were told and not closed yet.
    var openTags = 0

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
        guard let walk = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(walk) }
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(walk) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_TEXT {
                if skipped.isEmpty || !skipped.contains(node) { collect(node) }
                continue
            }
            if !run.bytes.isEmpty { flushRun(in: type == CMARK_NODE_LINK ? node : nil) }
            if !skipped.isEmpty, skipped.contains(node) { continue }
            if event == CMARK_EVENT_ENTER {
                if open.count > Self.deepest {
                    diagnostics.append(
                        .error(
                            .nestingTooDeep, at: SourceLocation(file: file, offset: sourceOffset(of: node)),
                            "ce texte emboîte plus de \(Self.deepest) niveaux",
                            advice: "simplifiez les listes et les citations"))
                    break
                }
                enter(node, type)
            } else {
                exit(type)
            }
        }
        for fence in openFences.reversed() { reportUnclosed(fence) }
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

    private mutating func exit(_ type: cmark_node_type) {
        // libcmark-gfm leaves a footnote reference although it has no children.
        guard type != CMARK_NODE_DOCUMENT, type != CMARK_NODE_FOOTNOTE_REFERENCE else { return }
        if type == CMARK_NODE_HEADING { identifyHeading() }
        // A block directive opened inside cannot be: fences stand at the left margin.
        if open.count > 1 { open.removeLast() }
    }

    private mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
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
            push(.init(kind: .heading, level: UInt8(clamping: cmark_node_get_heading_level(node)), source: place))
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
                .init(destination: plain(cmark_node_get_url(node)), title: typeset(plain(cmark_node_get_title(node)))))
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

    private mutating func enterExtension(_ node: OpaquePointer, _ place: UInt32) {
        // The extensions' types are known by name only: their numbers are private to the library.
        let name = String(cString: cmark_node_get_type_string(node))
        switch name {
        case "strikethrough": push(.init(kind: .strikethrough, source: place))
        case "table": push(.init(kind: .table, source: place))
        case "table_header", "table_row":
            push(.init(kind: .tableRow, flags: name == "table_header" ? 1 : 0, source: place))
        case "table_cell":
            startText()
            push(.init(kind: .tableCell, level: alignment(ofCell: node).rawValue, source: place))
        default:
            // A kind that a later libcmark-gfm may add: keep its children.
            push(.init(kind: .paragraph, source: place))
        }
    }

    private mutating func identifyHeading() {
        guard let heading = open.last?.index else { return }
        var text: [UInt8] = []
        for node in document.nodes[(heading + 1)...] {
            switch node.kind {
            case .text, .code: text.append(contentsOf: document.bytes(of: node))
            case .softBreak, .lineBreak: text.append(0x20)
            case .directive: text.append(contentsOf: document.directives[Int(node.start)].label.utf8)
            default: break
            }
        }
        var slug = Slug.make(String(decoding: text, as: UTF8.self))
        if slug.isEmpty { slug = "section" }
        let former = identifiers[slug] ?? 0
        identifiers[slug] = former + 1
        if former > 0 { slug += "-\(former + 1)" }
        let start = document.text.count
        document.text.append(contentsOf: slug.utf8)
        document.nodes[heading].start = UInt32(start)
        document.nodes[heading].length = UInt32(document.text.count - start)
    }

    private func task(of item: OpaquePointer) -> Document.Task {
        guard let own = cmark_node_get_syntax_extension(item), own == cmark_find_syntax_extension("tasklist") else {
            return .none
        }
        return cmark_gfm_extensions_get_tasklist_item_checked(item) ? .done : .open
    }

    private func alignment(ofCell cell: OpaquePointer) -> Document.Alignment {
        guard let row = cmark_node_parent(cell), let table = cmark_node_parent(row),
            let alignments = cmark_gfm_extensions_get_table_alignments(table)
        else { return .none }
        var column = 0
        var before = cmark_node_previous(cell)
        while let sibling = before {
            column += 1
            before = cmark_node_previous(sibling)
        }
        guard column < Int(cmark_gfm_extensions_get_table_columns(table)) else { return .none }
        switch alignments[column] {
        case UInt8(ascii: "l"): return .left
        case UInt8(ascii: "c"): return .center
        case UInt8(ascii: "r"): return .right
        default: return .none
        }
    }

    /// `[!WARNING]` alone on a quote's first line; marks the nodes that say so as skipped.
    private mutating func alertKind(of quote: OpaquePointer) -> Document.AlertKind? {
        guard let paragraph = cmark_node_first_child(quote), cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH
        else { return nil }
        var marker = ""
        var nodes: [OpaquePointer] = []
        var next = cmark_node_first_child(paragraph)
        // The marker may come as one text or as several.
        while let node = next, cmark_node_get_type(node) == CMARK_NODE_TEXT {
            marker += plain(cmark_node_get_literal(node))
            guard marker.utf8.count <= 12 else { return nil }
            nodes.append(node)
            next = cmark_node_next(node)
        }
        let kind: Document.AlertKind
        switch marker.uppercased() {
        case "[!NOTE]": kind = .note
        case "[!TIP]": kind = .tip
        case "[!IMPORTANT]": kind = .important
        case "[!WARNING]": kind = .warning
        case "[!CAUTION]": kind = .caution
        default: return nil
        }
        if let after = next {
            guard cmark_node_get_type(after) == CMARK_NODE_SOFTBREAK else { return nil }
            nodes.append(after)
        } else {
            nodes.append(paragraph)
        }
        skipped.formUnion(nodes)
        return kind
    }

    // MARK: - Places

    func sourceOffset(of node: OpaquePointer) -> Int {
        let line = Int(cmark_node_get_start_line(node))
        guard line > 0, line <= source.lineStarts.count else { return offset }
        return offset + source.lineStarts[line - 1] + max(0, Int(cmark_node_get_start_column(node)) - 1)
    }

    /// Of a node that ends on the line where it starts; 1 for another.
    private func sourceLength(of node: OpaquePointer) -> Int {
        guard cmark_node_get_end_line(node) == cmark_node_get_start_line(node) else { return 1 }
        return max(1, Int(cmark_node_get_end_column(node)) - Int(cmark_node_get_start_column(node)) + 1)
    }

    static func length(_ text: UnsafePointer<CChar>?) -> Int {
        guard let text else { return 0 }
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}
