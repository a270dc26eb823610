import SiteModel

/// A document written by hand, without a parser.
indirect enum Written: Sendable {
    case paragraph([Written])
    case heading(Int, String)
    case list([[Written]])
    case steps(from: Int, [[Written]])
    case tasks([(done: Bool, text: String)])
    case quote([Written])
    case alert(Document.AlertKind, [Written])
    case table([Document.Alignment], head: [String], rows: [[String]])
    case code(String)
    case rule
    case block(String, [Written])
    case note(Int, [Written])

    case text(String)
    case softBreak
    case strong(String)
    case emphasis(String)
    case inlineCode(String)
    case link(String, String, internal: Bool)
    case noteCall(Int)
    case directive(String, String)

    static func document(_ blocks: [Written]) -> Document {
        var document = Document()
        attach(blocks, to: 0, in: &document)
        return document
    }

    private static func attach(_ pieces: [Written], to parent: Int, in document: inout Document) {
        var previous: Int?
        for piece in pieces {
            let index = piece.append(to: &document)
            if let previous {
                document.nodes[previous].next = UInt32(index)
            } else {
                document.nodes[parent].firstChild = UInt32(index)
            }
            previous = index
        }
    }

    private func append(to document: inout Document) -> Int {
        switch self {
        case .paragraph(let pieces): node(.paragraph, pieces, in: &document)
        case .heading(let level, let text): node(.heading, level: level, [.text(text)], in: &document)
        case .list(let items): node(.list, flags: 1, items.map { .block("item", $0) }, in: &document)
        case .steps(let first, let items):
            node(.list, level: 1, flags: 1, start: first, items.map { .block("item", $0) }, in: &document)
        case .tasks(let items):
            node(
                .list, flags: 1,
                items.map { .block($0.done ? "done" : "open", [.paragraph([.text($0.text)])]) }, in: &document)
        case .quote(let pieces): node(.blockQuote, pieces, in: &document)
        case .alert(let kind, let pieces): node(.alert, level: Int(kind.rawValue), pieces, in: &document)
        case .table(let alignments, let head, let rows):
            table(alignments, head, rows, in: &document)
        case .code(let text): leaf(.codeBlock, text, in: &document)
        case .rule: node(.thematicBreak, [], in: &document)
        case .block("item", let pieces): node(.item, pieces, in: &document)
        case .block("open", let pieces): node(.item, level: 1, pieces, in: &document)
        case .block("done", let pieces): node(.item, level: 2, pieces, in: &document)
        case .block(let name, let pieces):
            node(.block, start: directive(name, "", in: &document), pieces, in: &document)
        case .note(let number, let pieces):
            node(.footnoteDefinition, start: number, pieces, in: &document)
        case .text(let text): leaf(.text, text, in: &document)
        case .softBreak: node(.softBreak, [], in: &document)
        case .strong(let text): node(.strong, [.text(text)], in: &document)
        case .emphasis(let text): node(.emphasis, [.text(text)], in: &document)
        case .inlineCode(let text): leaf(.code, text, in: &document)
        case .link(let text, let destination, let isInternal):
            link(text, destination, isInternal, in: &document)
        case .noteCall(let number): node(.footnoteReference, start: number, [], in: &document)
        case .directive(let name, let label):
            node(.directive, start: directive(name, label, in: &document), [], in: &document)
        }
    }

    private func node(
        _ kind: Document.Node.Kind, level: Int = 0, flags: UInt16 = 0, start: Int = 0,
        _ children: [Written], in document: inout Document,
    ) -> Int {
        let index = document.nodes.count
        document.nodes.append(
            Document.Node(kind: kind, level: UInt8(level), flags: flags, start: UInt32(start)))
        Self.attach(children, to: index, in: &document)
        return index
    }

    private func leaf(_ kind: Document.Node.Kind, _ text: String, in document: inout Document) -> Int {
        let index = document.nodes.count
        document.nodes.append(
            Document.Node(
                kind: kind, start: UInt32(document.text.count), length: UInt32(text.utf8.count)))
        document.text.append(contentsOf: text.utf8)
        return index
    }

    private func directive(_ name: String, _ label: String, in document: inout Document) -> Int {
        document.directives.append(Document.Directive(name: name, label: label, attributes: []))
        return document.directives.count - 1
    }

    private func link(
        _ text: String, _ destination: String, _ isInternal: Bool, in document: inout Document,
    ) -> Int {
        document.links.append(
            Document.Link(destination: destination, title: "", isInternal: isInternal))
        return node(.link, start: document.links.count - 1, [.text(text)], in: &document)
    }

    private func table(
        _ alignments: [Document.Alignment], _ head: [String], _ rows: [[String]],
        in document: inout Document,
    ) -> Int {
        let table = node(.table, [], in: &document)
        var previous: Int?
        for (number, row) in ([head] + rows).enumerated() {
            let index = node(.tableRow, flags: number == 0 ? 1 : 0, [], in: &document)
            var previousCell: Int?
            for (column, text) in row.enumerated() {
                let cell = node(
                    .tableCell, level: Int(alignments[column].rawValue), [.text(text)], in: &document)
                if let previousCell {
                    document.nodes[previousCell].next = UInt32(cell)
                } else {
                    document.nodes[index].firstChild = UInt32(cell)
                }
                previousCell = cell
            }
            if let previous {
                document.nodes[previous].next = UInt32(index)
            } else {
                document.nodes[table].firstChild = UInt32(index)
            }
            previous = index
        }
        return table
    }
}
