import SiteModel

extension HTMLWriter {
    mutating func writeTable(_ index: Int) {
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
}
