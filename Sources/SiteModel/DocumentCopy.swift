/// A copy of a document without some of its parts. Nothing of these is left in it, neither nodes nor words: what reads
/// nodes one after the other must not meet them either.
struct DocumentCopy {
    private let original: Document
    private let dropped: Set<Int>
    /// Whose children take their place.
    private let unwrapped: Set<Int>
    private var copy = Document()
    /// Notes that are still cited: their new numbers, and how often each was cited so far.
    private var notes: [UInt32: (number: UInt32, citations: UInt32)] = [:]

    static func make(of document: Document, without dropped: Set<Int>, unwrapping unwrapped: Set<Int>) -> Document {
        guard !dropped.isEmpty || !unwrapped.isEmpty else { return document }
        var copier = DocumentCopy(original: document, dropped: dropped, unwrapped: unwrapped)
        return copier.run()
    }

    private init(original: Document, dropped: Set<Int>, unwrapped: Set<Int>) {
        self.original = original
        self.dropped = dropped
        self.unwrapped = unwrapped
    }

    private mutating func run() -> Document {
        let blocks = kept(below: 0)
        let definitions = blocks.filter { original.nodes[$0].kind == .footnoteDefinition }
        var children = blocks.filter { original.nodes[$0].kind != .footnoteDefinition }.map { add($0) }
        // A note goes with the last of its references.
        let cited = definitions.filter { notes[original.nodes[$0].start] != nil }
            .sorted { (notes[original.nodes[$0].start]?.number ?? 0) < (notes[original.nodes[$1].start]?.number ?? 0) }
        for definition in cited {
            let index = add(definition)
            if let note = notes[original.nodes[definition].start] {
                copy.nodes[index].start = note.number
                copy.nodes[index].length = note.citations
            }
            children.append(index)
        }
        join(children, below: 0)
        return copy
    }

    /// The children of a node, those of an unwrapped one in its place.
    private func kept(below index: Int) -> [Int] {
        var found: [Int] = []
        for child in original.children(of: index) where !dropped.contains(child) {
            if unwrapped.contains(child) { found += kept(below: child) } else { found.append(child) }
        }
        return found
    }

    private mutating func join(_ children: [Int], below parent: Int) {
        copy.nodes[parent].firstChild = UInt32(children.first ?? 0)
        for (child, next) in zip(children, children.dropFirst()) { copy.nodes[child].next = UInt32(next) }
    }

    private mutating func add(_ index: Int) -> Int {
        var node = original.nodes[index]
        node.firstChild = 0
        node.next = 0
        switch node.kind {
        case .text, .code, .codeBlock, .heading:
            let start = copy.text.count
            copy.text += original.bytes(of: node)
            node.start = UInt32(start)
        case .link, .image:
            copy.links.append(original.links[Int(node.start)])
            node.start = UInt32(copy.links.count - 1)
        case .directive, .block:
            copy.directives.append(original.directives[Int(node.start)])
            node.start = UInt32(copy.directives.count - 1)
        case .footnoteReference:
            var note = notes[node.start] ?? (UInt32(notes.count + 1), 0)
            note.citations += 1
            notes[node.start] = note
            node.start = note.number
            node.length = note.citations
        default: break
        }
        let place = copy.nodes.count
        copy.nodes.append(node)
        if let info = original.infos[UInt32(index)] { copy.infos[UInt32(place)] = info }
        let children = kept(below: index).map { add($0) }
        join(children, below: place)
        return place
    }
}

extension Document {
    /// The same text with these links as plain words.
    public func unlinking(_ links: Set<Int>) -> Document { DocumentCopy.make(of: self, without: [], unwrapping: links) }
}
