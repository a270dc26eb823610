extension Document {
    public var hasImages: Bool { nodes.contains { $0.kind == .image } }

    /// The image that a paragraph consists of.
    public func figure(inParagraph index: Int) -> Int? {
        let first = Int(nodes[index].firstChild)
        guard first != 0, nodes[first].kind == .image, nodes[first].next == 0 else { return nil }
        return first
    }

    /// The texts within the node at `index`, without their marks.
    public func plainText(of index: Int) -> String {
        children(of: index).reduce(into: "") { text, child in
            switch nodes[child].kind {
            case .text, .code: text += string(of: nodes[child])
            case .softBreak, .lineBreak: text += " "
            default: text += plainText(of: child)
            }
        }
    }

    /// The same text without its images, and without the paragraphs, items and links that held nothing else: a bulletin's
    /// two pages have no room for them.
    public var withoutImages: Document {
        guard hasImages else { return self }
        var dropped: Set<Int> = []
        _ = holdsMoreThanImages(0, &dropped)
        return DocumentCopy.make(of: self, without: dropped, unwrapping: [])
    }

    private func holdsMoreThanImages(_ index: Int, _ dropped: inout Set<Int>) -> Bool {
        let children = Array(children(of: index))
        let gone = children.filter { nodes[$0].kind == .image || !holdsMoreThanImages($0, &dropped) }
        dropped.formUnion(gone)
        return gone.isEmpty || gone.count < children.count || nodes[index].kind == .tableCell
    }
}
