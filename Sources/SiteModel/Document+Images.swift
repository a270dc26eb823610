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
        var copy = self
        copy.dropImages(of: 0)
        return copy
    }

    /// Whether anything is left of the node at `index`.
    @discardableResult
    private mutating func dropImages(of index: Int) -> Bool {
        let children = Array(children(of: index))
        guard !children.isEmpty else { return true }
        let kept = children.filter { nodes[$0].kind != .image && dropImages(of: $0) }
        guard kept.count < children.count else { return true }
        keep(kept, below: index)
        return !kept.isEmpty || nodes[index].kind == .tableCell
    }
}
