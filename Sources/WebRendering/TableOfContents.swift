import SiteModel
import Templates

/// The headings of a text, as links to its parts.
enum TableOfContents {
    static func entries(_ document: Document) -> [Value] {
        var entries: [Value] = []
        var title: [UInt8] = []
        for index in document.children(of: 0) {
            let node = document.nodes[index]
            guard node.kind == .heading, node.level == 2, node.length > 0 else { continue }
            title.removeAll(keepingCapacity: true)
            appendText(of: index, in: document, to: &title)
            entries.append([
                "id": .text(document.string(of: node)),
                "title": .text(String(decoding: title, as: UTF8.self)),
            ])
        }
        return entries
    }

    private static func appendText(of index: Int, in document: Document, to text: inout [UInt8]) {
        let node = document.nodes[index]
        switch node.kind {
        case .text, .code: text += document.bytes(of: node)
        case .softBreak, .lineBreak: text.append(0x20)
        case .footnoteReference: break
        default:
            for child in document.children(of: index) { appendText(of: child, in: document, to: &text) }
        }
    }
}
