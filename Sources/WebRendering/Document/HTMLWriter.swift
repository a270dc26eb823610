import SiteModel

/// One rendering of one document.
struct HTMLWriter {
    let document: Document
    let style: DocumentHTML.Style
    let basePath: String
    let directives: DirectiveHTML
    let images: [String: SiteImage]
    let prefix: String
    let headingShift: UInt8
    var output: [UInt8]
    var isInFootnotes = false
    /// Within a timeline or a decision, whose items start with a label.
    var isLabelled = false

    mutating func writeChildren(of index: Int, tight: Bool = false) {
        var next = document.nodes[index].firstChild
        while next != 0 {
            let child = Int(next)
            next = document.nodes[child].next
            write(child, tight: tight)
        }
    }

    /// Starts a line unless one is just started.
    mutating func startLine() {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    mutating func write(_ index: Int, tight: Bool) {
        let node = document.nodes[index]
        switch node.kind {
        case .text: output.appendEscaped(document.bytes(of: node))
        case .softBreak: output.append(0x0A)
        case .lineBreak: output.append("<br />\n")
        case .code: wrap("<code>", "</code>") { $0.output.appendEscaped($0.document.bytes(of: node)) }
        case .emphasis: wrap("<em>", "</em>") { $0.writeChildren(of: index) }
        case .strong: wrap("<strong>", "</strong>") { $0.writeChildren(of: index) }
        case .strikethrough: wrap("<del>", "</del>") { $0.writeChildren(of: index) }
        case .link: writeLink(index, node)
        case .image: writeImage(index, node)
        case .footnoteReference: writeReference(node)
        case .directive: directives.appendInline(document.directives[Int(node.start)], to: &output)
        case .document: writeChildren(of: index)
        case .paragraph: writeParagraph(index, tight: tight)
        case .heading: writeHeading(index, node)
        case .blockQuote:
            block("<blockquote>\n", "</blockquote>\n") { $0.writeChildren(of: index) }
        case .alert: writeAlert(index, node)
        case .list: writeList(index, node)
        case .item: writeItem(index, node, tight: tight)
        case .codeBlock: writeCodeBlock(index, node)
        case .thematicBreak: block("<hr />\n", "") { _ in }
        case .table: writeTable(index)
        case .tableRow, .tableCell: break  // written by their table
        case .footnoteDefinition: writeFootnote(index, node)
        case .block:
            startLine()
            let directive = document.directives[Int(node.start)]
            directives.openBlock(directive, to: &output)
            let wasLabelled = isLabelled
            isLabelled = LabelledList.names.contains(directive.name)
            writeChildren(of: index)
            isLabelled = wasLabelled
            startLine()
            output.append("</section>\n")
        }
    }

    mutating func wrap(_ opening: StaticString, _ closing: StaticString, _ body: (inout HTMLWriter) -> Void) {
        output.append(opening)
        body(&self)
        output.append(closing)
    }

    mutating func block(_ opening: StaticString, _ closing: StaticString, _ body: (inout HTMLWriter) -> Void) {
        startLine()
        output.append(opening)
        body(&self)
        if closing.utf8CodeUnitCount > 0 {
            startLine()
            output.append(closing)
        }
    }

    private mutating func writeParagraph(_ index: Int, tight: Bool) {
        if tight { return writeChildren(of: index) }
        startLine()
        if style == .site, let image = document.figure(inParagraph: index) { return writeFigure(image) }
        wrap("<p>", "</p>\n") { $0.writeChildren(of: index) }
    }

    private mutating func writeHeading(_ index: Int, _ node: Document.Node) {
        startLine()
        let level = style == .site ? min(6, max(2, node.level) + headingShift) : node.level
        output.append("<h")
        output.appendDecimal(level)
        if style == .site {
            output.append(" id=\"")
            output.append(contentsOf: prefix.utf8)
            output.append(contentsOf: document.bytes(of: node))
            output.append("\"")
        }
        output.append(">")
        writeChildren(of: index)
        output.append("</h")
        output.appendDecimal(level)
        output.append(">\n")
    }

    private mutating func writeAlert(_ index: Int, _ node: Document.Node) {
        let kind = Document.AlertKind(rawValue: node.level) ?? .note
        let (name, title): (StaticString, StaticString) =
            switch kind {
            case .note: ("note", "À noter")
            case .tip: ("tip", "Conseil")
            case .important: ("important", "Important")
            case .warning: ("warning", "Attention")
            case .caution: ("caution", "Danger")
            }
        startLine()
        output.append("<div class=\"alert alert-")
        output.append(name)
        output.append("\" role=\"note\">\n<p class=\"alert-title\">")
        output.append(title)
        output.append("</p>\n")
        writeChildren(of: index)
        startLine()
        output.append("</div>\n")
    }

    private mutating func writeCodeBlock(_ index: Int, _ node: Document.Node) {
        startLine()
        output.append("<pre><code")
        // The first word of the info string names the language.
        if let info = document.infos[UInt32(index)],
            let language = info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first
        {
            output.append(" class=\"language-")
            output.appendEscaped(language.utf8)
            output.append("\"")
        }
        output.append(">")
        output.appendEscaped(document.bytes(of: node))
        output.append("</code></pre>\n")
    }

    private mutating func writeLink(_ index: Int, _ node: Document.Node) {
        let link = document.links[Int(node.start)]
        output.append("<a href=\"")
        if link.isInternal {
            output.appendAddress(basePath + link.destination.dropFirst())
        } else {
            output.appendAddress(link.destination)
        }
        appendTitle(link.title)
        output.append("\">")
        writeChildren(of: index)
        output.append("</a>")
    }

    mutating func appendTitle(_ title: String) {
        guard !title.isEmpty else { return }
        output.append("\" title=\"")
        output.appendEscaped(title.utf8)
    }

    mutating func writePlainText(of index: Int) {
        for child in document.children(of: index) {
            let node = document.nodes[child]
            switch node.kind {
            case .text, .code: output.appendEscaped(document.bytes(of: node))
            case .softBreak, .lineBreak: output.append(0x20)
            default: writePlainText(of: child)
            }
        }
    }
}
