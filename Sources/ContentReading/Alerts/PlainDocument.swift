import French
import SiteModel

/// Plain texts → a document, French typography applied: for what does not come from Markdown.
struct PlainDocument {
    private(set) var document = Document()
    private var last = 0

    /// Text with an empty line between its paragraphs.
    mutating func paragraphs(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for lines in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
            let words = lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let paragraph = block(.init(kind: .paragraph))
            write(words, in: paragraph)
        }
    }

    /// A heading of the second level.
    mutating func heading(_ title: String) {
        let (start, length) = store(Slug.make(title))
        let heading = block(.init(kind: .heading, level: 2, start: start, length: length))
        write(title, in: heading)
    }

    /// A sentence that ends with a link.
    mutating func paragraph(_ words: String, link: String) {
        let paragraph = block(.init(kind: .paragraph))
        let before = write(words, in: paragraph)
        document.links.append(.init(destination: link, title: ""))
        let anchor = append(
            .init(kind: .link, start: UInt32(document.links.count - 1), length: UInt32(clamping: link.utf8.count)))
        document.nodes[before].next = UInt32(anchor)
        let (start, length) = store(link)
        document.nodes[anchor].firstChild = UInt32(append(.init(kind: .text, start: start, length: length)))
    }

    private mutating func block(_ node: Document.Node) -> Int {
        let index = append(node)
        if last == 0 {
            document.nodes[0].firstChild = UInt32(index)
        } else {
            document.nodes[last].next = UInt32(index)
        }
        last = index
        return index
    }

    @discardableResult
    private mutating func write(_ text: String, in parent: Int) -> Int {
        let (start, length) = store(Typography.apply(text))
        let index = append(.init(kind: .text, start: start, length: length))
        document.nodes[parent].firstChild = UInt32(index)
        return index
    }

    private mutating func append(_ node: Document.Node) -> Int {
        document.nodes.append(node)
        return document.nodes.count - 1
    }

    private mutating func store(_ text: String) -> (start: UInt32, length: UInt32) {
        let start = document.text.count
        document.text += text.utf8
        return (UInt32(start), UInt32(document.text.count - start))
    }
}
