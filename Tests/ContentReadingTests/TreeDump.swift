import SiteModel

/// A document as indented text, one node a line: what tests compare.
func dump(_ document: Document) -> String {
    var lines: [String] = []
    func visit(_ index: Int, _ depth: Int) {
        let node = document.nodes[index]
        var line = String(repeating: "  ", count: depth) + "\(node.kind)"
        switch node.kind {
        case .text, .code, .codeBlock: line += " “\(document.string(of: node))”"
        case .heading: line += " \(node.level) #\(document.string(of: node))"
        case .alert: line += " \(Document.AlertKind(rawValue: node.level).map { "\($0)" } ?? "?")"
        case .item: line += node.level == 0 ? "" : " \(Document.Task(rawValue: node.level).map { "\($0)" } ?? "?")"
        case .list: line += (node.level == 1 ? " from \(node.start)" : "") + (node.flags == 1 ? " tight" : "")
        case .tableCell: line += " \(Document.Alignment(rawValue: node.level).map { "\($0)" } ?? "?")"
        case .link, .image: line += " → \(document.links[Int(node.start)].destination)"
        case .footnoteReference, .footnoteDefinition: line += " \(node.start) ×\(node.length)"
        case .directive, .block:
            let directive = document.directives[Int(node.start)]
            line += " \(directive.name)[\(directive.label)]"
            for (key, value) in directive.attributes { line += " \(key)=\(value)" }
        default: break
        }
        if node.kind != .document, node.kind != .softBreak, node.kind != .lineBreak { line += " @\(node.source)" }
        lines.append(line)
        for child in document.children(of: index) { visit(child, depth + 1) }
    }
    visit(0, 0)
    return lines.joined(separator: "\n")
}
