import SiteModel

extension HTMLWriter {
    mutating func writeReference(_ node: Document.Node) {
        output.append("<sup class=\"footnote-ref\"><a href=\"#")
        appendNoteIdentifier("fn-", node.start, occurrence: 1)
        output.append("\" id=\"")
        appendNoteIdentifier("fnref-", node.start, occurrence: node.length)
        output.append("\"><span class=\"visually-hidden\"> Note </span>")
        output.appendDecimal(node.start)
        output.append("</a></sup>")
    }

    mutating func writeFootnote(_ index: Int, _ node: Document.Node) {
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
