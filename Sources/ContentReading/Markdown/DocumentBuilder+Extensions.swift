import CCMarkGFM
import Glibc
import SiteModel

/// What GitHub adds to Markdown: tables, strikethrough, tasks, alerts.
extension DocumentBuilder {
    mutating func enterExtension(_ node: OpaquePointer, _ place: UInt32) {
        // The extensions' types are known by name only: their numbers are to the library.
        let name = cmark_node_get_type_string(node)
        func isNamed(_ type: String) -> Bool { name.map { strcmp($0, type) == 0 } ?? false }
        if isNamed("table_cell") {
            startText()
            push(.init(kind: .tableCell, level: alignment(ofCell: node).rawValue, source: place))
        } else if isNamed("table_row") {
            checkCells(of: node)
            push(.init(kind: .tableRow, source: place))
        } else if isNamed("table_header") {
            push(.init(kind: .tableRow, flags: 1, source: place))
        } else if isNamed("table") {
            push(.init(kind: .table, source: place))
        } else if isNamed("strikethrough") {
            push(.init(kind: .strikethrough, source: place))
        } else {
            // A kind that a later libcmark-gfm may add: keep its children.
            push(.init(kind: .paragraph, source: place))
        }
    }

    func task(of item: OpaquePointer) -> Document.Task {
        guard let own = cmark_node_get_syntax_extension(item), own == cmark_find_syntax_extension("tasklist") else {
            return .none
        }
        return cmark_gfm_extensions_get_tasklist_item_checked(item) ? .done : .open
    }

    func alignment(ofCell cell: OpaquePointer) -> Document.Alignment {
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
    mutating func alertKind(of quote: OpaquePointer) -> Document.AlertKind? {
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
        // Those of an alert before were left behind when this one was entered.
        skipped = nodes
        return kind
    }
}
