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

    public init(site: Site) {
        style = .site
        basePath = site.settings.basePath
        directives = DirectiveHTML(site: site)
    }

    /// For conformance tests: no directive has a value.
    public init(specification: Void) {
        style = .specification
        basePath = "/"
        directives = DirectiveHTML()
    }

    /// Appends the whole document. `prefix` keeps the identifiers of two documents on one page apart;
    /// `headingShift` lowers headings where the text stands below another heading.
    public func append(
        _ document: Document, prefix: String = "", headingShift: UInt8 = 0, to output: inout [UInt8],
    ) {
        var writer = Writer(
            document: document, style: style, basePath: basePath, directives: directives, prefix: prefix,
            headingShift: headingShift, output: output)
        // One owner at a time: the buffer grows in place.
        output = []
        writer.writeChildren(of: 0)
        writer.closeFootnotes()
        output = writer.output
    }
}

/// One rendering of one document.
private struct Writer {
    let document: Document
    let style: DocumentHTML.Style
    let basePath: String
    let directives: DirectiveHTML
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
    private mutating func startLine() {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    private mutating func write(_ index: Int, tight: Bool) {
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

    private mutating func wrap(_ opening: StaticString, _ closing: StaticString, _ body: (inout Writer) -> Void) {
        output.append(opening)
        body(&self)
        output.append(closing)
    }

    private mutating func block(_ opening: StaticString, _ closing: StaticString, _ body: (inout Writer) -> Void) {
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

    private mutating func writeList(_ index: Int, _ node: Document.Node) {
        startLine()
        let isOrdered = node.level == 1
        if isOrdered, node.start != 1 {
            output.append("<ol start=\"")
            output.appendDecimal(node.start)
            output.append("\">\n")
        } else {
            output.append(isOrdered ? "<ol>\n" : "<ul>\n")
        }
        writeChildren(of: index, tight: node.flags == 1)
        output.append(isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func writeItem(_ index: Int, _ node: Document.Node, tight: Bool) {
        startLine()
        if isLabelled, let label = LabelledList.label(of: index, document) { return writeLabelled(index, label) }
        let task = Document.Task(rawValue: node.level) ?? .none
        switch (task, style) {
        case (.none, _): output.append("<li>")
        case (.open, .specification): output.append("<li><input disabled=\"\" type=\"checkbox\"> ")
        case (.done, .specification): output.append("<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> ")
        case (.open, .site): output.append("<li class=\"task\"><span class=\"visually-hidden\">À faire&nbsp;: </span>")
        case (.done, .site): output.append("<li class=\"task task-done\"><span class=\"visually-hidden\">Fait&nbsp;: </span>")
        }
        writeChildren(of: index, tight: tight)
        output.append("</li>\n")
    }

    /// The label apart, so that it can stand beside what belongs to it.
    private mutating func writeLabelled(_ index: Int, _ label: (paragraph: Int, strong: Int)) {
        output.append("<li>\n<p class=\"label\">")
        writeChildren(of: label.strong)
        output.append("</p>\n<div class=\"then\">\n")
        var next = Int(document.nodes[label.strong].next)
        if next != 0 {
            output.append("<p>")
            // The colon after the label is for those who read the source; without it a sentence starts.
            if document.nodes[next].kind == .text {
                let text = document.bytes(of: document.nodes[next]).drop { [0x20, 0x3A, 0xC2, 0xA0].contains($0) }
                output.appendEscaped(LabelledList.capitalised(text))
                next = Int(document.nodes[next].next)
            }
            while next != 0 {
                write(next, tight: true)
                next = Int(document.nodes[next].next)
            }
            output.append("</p>\n")
        }
        var block = Int(document.nodes[label.paragraph].next)
        while block != 0 {
            write(block, tight: false)
            block = Int(document.nodes[block].next)
        }
        output.append("</div>\n</li>\n")
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

    private mutating func writeImage(_ index: Int, _ node: Document.Node) {
        let link = document.links[Int(node.start)]
        output.append("<img src=\"")
        output.appendAddress(link.destination)
        output.append("\" alt=\"")
        writePlainText(of: index)
        appendTitle(link.title)
        output.append("\" />")
    }

    private mutating func appendTitle(_ title: String) {
        guard !title.isEmpty else { return }
        output.append("\" title=\"")
        output.appendEscaped(title.utf8)
    }

    private mutating func writePlainText(of index: Int) {
        for child in document.children(of: index) {
            let node = document.nodes[child]
            switch node.kind {
            case .text, .code: output.appendEscaped(document.bytes(of: node))
            case .softBreak, .lineBreak: output.append(0x20)
            default: writePlainText(of: child)
            }
        }
    }

    // MARK: - Tables

    private mutating func writeTable(_ index: Int) {
        startLine()
        // A wide table scrolls in its own region, which the keyboard must reach.
        if style == .site { output.append("<div class=\"table-scroll\" role=\"group\" aria-label=\"Tableau\" tabindex=\"0\">\n") }
        output.append("<table>\n")
        var isBodyOpen = false
        for row in document.children(of: index) {
            let isHeader = document.nodes[row].flags == 1
            if isHeader {
                output.append("<thead>\n")
            } else if !isBodyOpen {
                output.append("<tbody>\n")
                isBodyOpen = true
            }
            output.append("<tr>\n")
            for cell in document.children(of: row) { writeCell(cell, isHeader: isHeader) }
            output.append("</tr>\n")
            if isHeader { output.append("</thead>\n") }
        }
        if isBodyOpen { output.append("</tbody>\n") }
        output.append("</table>\n")
        if style == .site { output.append("</div>\n") }
    }

    private mutating func writeCell(_ cell: Int, isHeader: Bool) {
        output.append(isHeader ? "<th" : "<td")
        if isHeader, style == .site { output.append(" scope=\"col\"") }
        let name: StaticString? =
            switch Document.Alignment(rawValue: document.nodes[cell].level) ?? .none {
            case .none: nil
            case .left: "left"
            case .center: "center"
            case .right: "right"
            }
        if let name {
            output.append(style == .site ? " class=\"align-" : " align=\"")
            output.append(name)
            output.append("\"")
        }
        output.append(">")
        writeChildren(of: cell)
        output.append(isHeader ? "</th>\n" : "</td>\n")
    }

    // MARK: - Footnotes

    private mutating func writeReference(_ node: Document.Node) {
        output.append("<sup class=\"footnote-ref\"><a href=\"#")
        appendNoteIdentifier("fn-", node.start, occurrence: 1)
        output.append("\" id=\"")
        appendNoteIdentifier("fnref-", node.start, occurrence: node.length)
        output.append("\"><span class=\"visually-hidden\">Note </span>")
        output.appendDecimal(node.start)
        output.append("</a></sup>")
    }

    private mutating func writeFootnote(_ index: Int, _ node: Document.Node) {
        startLine()
        if !isInFootnotes {
            isInFootnotes = true
            output.append("<section class=\"footnotes\" aria-label=\"Notes\">\n<ol>\n")
        }
        output.append("<li id=\"")
        appendNoteIdentifier("fn-", node.start, occurrence: 1)
        output.append("\">")
        writeChildren(of: index)
        // The way back ends the note's last paragraph, or makes one after a list or a table.
        if output.suffix(5).elementsEqual("</p>\n".utf8) {
            output.removeLast(5)
        } else {
            startLine()
            output.append("<p>")
        }
        for occurrence in 1...max(1, node.length) {
            output.append(" <a class=\"footnote-back\" href=\"#")
            appendNoteIdentifier("fnref-", node.start, occurrence: occurrence)
            output.append("\" aria-label=\"Retour au texte\">↩</a>")
        }
        output.append("</p>\n</li>\n")
    }

    private mutating func appendNoteIdentifier(_ kind: StaticString, _ number: UInt32, occurrence: UInt32) {
        output.append(contentsOf: prefix.utf8)
        output.append(kind)
        output.appendDecimal(number)
        if occurrence > 1 {
            output.append("-")
            output.appendDecimal(occurrence)
        }
    }

    mutating func closeFootnotes() {
        guard isInFootnotes else { return }
        output.append("</ol>\n</section>\n")
    }
}
