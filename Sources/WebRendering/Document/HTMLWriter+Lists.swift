import SiteModel

extension HTMLWriter {
    mutating func writeList(_ index: Int, _ node: Document.Node) {
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

    mutating func writeItem(_ index: Int, _ node: Document.Node, tight: Bool) {
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
}
