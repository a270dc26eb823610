import CCMarkGFM
import Diagnostics
import French
import SiteModel

/// libcmark-gfm's tree → the flat document.
struct DocumentBuilder {
    var document = Document()
    var diagnostics: [Diagnostic] = []

    private let source: MarkdownSource
    private let body: ArraySlice<UInt8>
    private let file: String
    private let offset: Int
    private let typography: MarkdownParser.TypographyMode

    /// The nodes that are open, each with its last child so far.
    private var open: [(index: Int, lastChild: Int)] = [(0, 0)]
    private var openFences: [Int] = []
    /// Nodes of libcmark-gfm that leave nothing behind: an alert's marker and what holds only it.
    private var skipped: Set<OpaquePointer> = []
    private var run = TextRun()
    /// Last byte of text in the present paragraph.
    private var previous: UInt8?
    private var identifiers: [String: Int] = [:]
    /// Times each footnote was cited, by number.
    private var citations: [UInt32: UInt32] = [:]
    private var footnoteCount: UInt32 = 0

    /// Adjacent texts, joined before they are read for directives and set.
    private struct TextRun {
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
    private static let deepest = 100

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

    private mutating func append(_ node: Document.Node) -> Int {
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

    private mutating func push(_ node: Document.Node) {
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
            reportHTML(at: at, length: Self.length(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: push(.init(kind: .emphasis, source: place))
        case CMARK_NODE_STRONG: push(.init(kind: .strong, source: place))
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            document.links.append(
                .init(destination: plain(cmark_node_get_url(node)), title: typeset(plain(cmark_node_get_title(node)))))
            push(
                .init(
                    kind: type == CMARK_NODE_LINK ? .link : .image, start: UInt32(document.links.count - 1),
                    source: place))
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

    // MARK: - Block directives

    private mutating func enterFence(_ node: OpaquePointer, at: Int) {
        guard let fence = source.fences[Int(cmark_node_get_start_line(node))] else {
            reportHTML(at: at, length: Self.length(cmark_node_get_literal(node)))
            return
        }
        let location = SourceLocation(file: file, offset: offset + fence.offset, length: fence.length)
        switch fence.kind {
        case .open(let directive):
            if !DirectiveNames.block.contains(directive.name) {
                diagnostics.append(.unknownDirective(directive.name, among: DirectiveNames.block, prefix: ":::", at: location))
            }
            document.directives.append(directive)
            push(
                .init(
                    kind: .block, start: UInt32(document.directives.count - 1),
                    source: UInt32(clamping: offset + fence.offset)))
            openFences.append(open.count)
        case .close:
            guard openFences.last == open.count else {
                diagnostics.append(
                    .error(
                        .directiveSyntax, at: location, "ce « ::: » ne ferme aucun bloc",
                        advice: "supprimez-le, ou ouvrez le bloc par « ::: » suivi de son nom"))
                return
            }
            openFences.removeLast()
            open.removeLast()
        case .malformed:
            diagnostics.append(
                .error(
                    .directiveSyntax, at: location, "ce bloc est mal écrit",
                    advice: "écrivez « :::nom » ou « :::nom{clé=valeur} », seul sur sa ligne"))
        }
    }

    private mutating func reportUnclosed(_ depth: Int) {
        let node = document.nodes[open[depth - 1].index]
        let name = document.directives[Int(node.start)].name
        diagnostics.append(
            .error(
                .directiveUnclosed, at: SourceLocation(file: file, offset: Int(node.source), length: name.utf8.count + 3),
                "le bloc « \(name) » n’est pas fermé", advice: "ajoutez une ligne « ::: » à la fin du bloc"))
    }

    private mutating func reportHTML(at place: Int, length: Int) {
        diagnostics.append(
            .error(
                .rawHTML, at: SourceLocation(file: file, offset: place, length: length),
                "le HTML n’est pas permis dans les textes",
                advice: "écrivez en Markdown, ou mettez l’exemple entre accents graves"))
    }

    // MARK: - Texts

    private mutating func startText() { previous = nil }

    private mutating func collect(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        if run.bytes.isEmpty { run.source = sourceOffset(of: node) }
        run.bytes.append(contentsOf: UnsafeRawBufferPointer(start: literal, count: Self.length(literal)))
    }

    /// `link` is the link that ends here, if one does: the text of a bare address is kept as it is.
    private mutating func flushRun(in link: OpaquePointer?) {
        let bytes = run.bytes
        run.bytes.removeAll(keepingCapacity: true)
        if link != nil, let last = document.links.last, last.destination.utf8.reversed().starts(with: bytes.reversed()) {
            appendText(bytes[...], typeset: false)
            return
        }
        var start = bytes.startIndex
        if bytes.contains(UInt8(ascii: "[")) {
            var search = start
            while let colon = bytes[search...].firstIndex(of: UInt8(ascii: ":")) {
                guard let (directive, end) = DirectiveSyntax.inline(bytes[...], at: colon) else {
                    search = colon + 1
                    continue
                }
                appendText(bytes[start..<colon], typeset: true)
                appendDirective(directive, written: bytes[colon..<end])
                start = end
                search = end
            }
        }
        appendText(bytes[start...], typeset: true)
    }

    private mutating func appendDirective(_ directive: Document.Directive, written: ArraySlice<UInt8>) {
        // Escapes and entities before it may have moved it within its text: look for it.
        let from = max(0, min(run.source - offset, body.count))
        let found = Self.position(of: written, in: body[(body.startIndex + from)...])
        let place = found.map { $0 - body.startIndex + offset } ?? run.source
        if !DirectiveNames.inline.contains(directive.name) {
            diagnostics.append(
                .unknownDirective(
                    directive.name, among: DirectiveNames.inline, prefix: ":",
                    at: SourceLocation(file: file, offset: place, length: directive.name.utf8.count + 1)))
        }
        run.source = place + written.count
        document.directives.append(directive)
        _ = append(
            .init(
                kind: .directive, start: UInt32(document.directives.count - 1), length: UInt32(written.count),
                source: UInt32(clamping: place)))
        previous = 0x30
    }

    private mutating func appendText(_ bytes: ArraySlice<UInt8>, typeset: Bool) {
        guard !bytes.isEmpty else { return }
        var bytes = bytes
        if source.hasEscapedColons { bytes = Self.restoringColons(bytes, as: [0x3A])[...] }
        let start = document.text.count
        if typeset && typography == .french {
            bytes.withUnsafeBufferPointer { Typography.append($0, previous: previous, to: &document.text) }
        } else {
            document.text.append(contentsOf: bytes)
        }
        _ = append(
            .init(
                kind: .text, start: UInt32(start), length: UInt32(document.text.count - start),
                source: UInt32(clamping: run.source)))
        previous = bytes.last
    }

    private mutating func appendCode(_ literal: UnsafePointer<CChar>?) -> (start: UInt32, length: UInt32) {
        let start = document.text.count
        if let literal {
            let bytes = UnsafeRawBufferPointer(start: literal, count: Self.length(literal))
            if source.hasEscapedColons {
                document.text.append(contentsOf: Self.restoringColons(Array(bytes)[...], as: [0x5C, 0x3A]))
            } else {
                document.text.append(contentsOf: bytes)
            }
        }
        return (UInt32(start), UInt32(document.text.count - start))
    }

    private func typeset(_ text: String) -> String {
        typography == .french && !text.isEmpty ? Typography.apply(text) : text
    }

    private func plain(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        if source.hasEscapedColons {
            let bytes = Array(UnsafeRawBufferPointer(start: text, count: Self.length(text)))
            return String(decoding: Self.restoringColons(bytes[...], as: [0x3A]), as: UTF8.self)
        }
        return String(cString: text)
    }

    // MARK: - Places

    private func sourceOffset(of node: OpaquePointer) -> Int {
        let line = Int(cmark_node_get_start_line(node))
        guard line > 0, line <= source.lineStarts.count else { return offset }
        return offset + source.lineStarts[line - 1] + max(0, Int(cmark_node_get_start_column(node)) - 1)
    }

    private static func length(_ text: UnsafePointer<CChar>?) -> Int {
        guard let text else { return 0 }
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }

    private static func restoringColons(_ bytes: ArraySlice<UInt8>, as colon: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position...].starts(with: MarkdownSource.escapedColon) {
                result.append(contentsOf: colon)
                position += MarkdownSource.escapedColon.count
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    private static func position(of pattern: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first else { return nil }
        var search = bytes.startIndex
        while let at = bytes[search...].firstIndex(of: first) {
            if bytes[at...].starts(with: pattern) { return at }
            search = at + 1
        }
        return nil
    }
}

extension Diagnostic {
    static func unknownDirective(
        _ name: String, among known: [String], prefix: String, at location: SourceLocation,
    ) -> Diagnostic {
        let list = known.map { "« \(prefix)\($0) »" }.joined(separator: ", ")
        let closest = Suggestion.closest(to: name, in: known).map { "vouliez-vous dire « \(prefix)\($0) » ? " } ?? ""
        return .error(
            .directiveUnknown, at: location, "la directive « \(prefix)\(name) » n’existe pas",
            advice: "\(closest)Directives connues : \(list)")
    }
}
