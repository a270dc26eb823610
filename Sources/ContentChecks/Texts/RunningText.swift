import SiteModel

/// The words of a document one after the other, as they are scanned: a block ends a line, a directive is one sign that is
/// no letter, no digit and no space.
struct RunningText {
    private(set) var bytes: [UInt8] = []
    /// Where pieces start here and in the file, in order.
    private var pieces: [(start: Int, source: Int)] = []
    /// Where links lead, with their places in the file.
    private(set) var links: [(destination: String, source: Int, length: Int)] = []

    static let directive: UInt8 = 0x1A

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
    }

    /// A text that stands at some place of the file from `source` on.
    mutating func append(_ text: String, source: Int) {
        guard !text.isEmpty else { return }
        pieces.append((bytes.count, source))
        bytes.append(contentsOf: InlineFacts.replacing(in: text) { _ in "\u{1A}" }.utf8)
        bytes.append(0x0A)
    }

    mutating func append(_ document: Document, withCode: Bool = true) {
        document.text.withUnsafeBufferPointer { append(document, $0, withCode: withCode) }
    }

    private mutating func append(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, withCode: Bool) {
        for node in document.nodes {
            switch node.kind {
            case .code where !withCode: bytes.append(Self.directive)
            case .text, .code:
                pieces.append((bytes.count, Int(node.source)))
                append(text, node)
            case .softBreak, .lineBreak: bytes.append(0x20)
            case .directive: bytes.append(Self.directive)
            case .link:
                let link = document.links[Int(node.start)]
                if !link.isInternal { links.append((link.destination, Int(node.source), Int(node.length))) }
            case .paragraph, .heading, .item, .tableCell, .tableRow, .codeBlock, .footnoteDefinition, .block:
                bytes.append(0x0A)
                if node.kind == .codeBlock, withCode {
                    pieces.append((bytes.count, Int(node.source)))
                    append(text, node)
                }
            default: break
            }
        }
        bytes.append(0x0A)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ node: Document.Node) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(node.start)..<Int(node.start + node.length)]))
    }

    /// Place in the file from which on the piece stands that holds `position`.
    func source(of position: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= position { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? pieces[low - 1].source : 0
    }
}
