/// One file, parsed: what it holds, and the faults found in it.
struct TemplateTree {
    let file: TemplateFile
    let nodes: [Node]
}

/// A part of a template. Ranges are of bytes in its file.
indirect enum Node {
    /// Where a line starts that is written out; its leading blanks are kept apart, because the indentation of a
    /// partial comes before them and that of a block is taken away from them.
    case line(indentation: [UInt8])
    case text(Range<Int>)
    case variable(Tag)
    case section(Tag, [Node])
    /// Indentation is `nil` where the tag shares its line with something else.
    case partial(Tag, indentation: [UInt8]?)
    case parent(Tag, indentation: [UInt8]?, arguments: [Block])
    case block(Block)
}

/// `{{$name}}…{{/name}}`: a place that can be filled, with its default; directly within a parent's tags, what
/// fills that place.
struct Block {
    let tag: Tag
    var nodes: [Node]
    /// Whether the opening tag stands alone on its line, so that whole lines follow.
    let holdsLines: Bool
    /// Blanks before the opening tag, where nothing else precedes it on its line.
    var indentation: [UInt8]
    /// Blanks before the first line inside, where `holdsLines`.
    var innerIndentation: [UInt8]

    /// What comes before each line of the content that fills this place: the default's own indentation decides,
    /// if there is a default.
    var fillIndentation: [UInt8] {
        holdsLines && !nodes.isEmpty ? innerIndentation : indentation
    }
}

extension Block {
    /// As an argument: the indentation that it had where it was written is taken away.
    func dedented() -> Block {
        guard holdsLines, !innerIndentation.isEmpty else { return self }
        var block = self
        block.nodes = nodes.map { $0.dedented(by: innerIndentation.count) }
        return block
    }
}

extension Node {
    fileprivate func dedented(by count: Int) -> Node {
        func less(_ indentation: [UInt8]) -> [UInt8] { Array(indentation.dropFirst(count)) }
        switch self {
        case .text, .variable: return self
        case .line(let indentation): return .line(indentation: less(indentation))
        case .section(let tag, let nodes): return .section(tag, nodes.map { $0.dedented(by: count) })
        case .partial(let tag, let indentation): return .partial(tag, indentation: indentation.map(less))
        case .parent(let tag, let indentation, let arguments):
            return .parent(tag, indentation: indentation.map(less), arguments: arguments)
        case .block(var block):
            block.indentation = less(block.indentation)
            block.innerIndentation = less(block.innerIndentation)
            block.nodes = block.nodes.map { $0.dedented(by: count) }
            return .block(block)
        }
    }

    /// This node and all below it.
    func visit(_ body: (Node) -> Void) {
        body(self)
        switch self {
        case .line, .text, .variable, .partial: break
        case .section(_, let nodes): nodes.forEach { $0.visit(body) }
        case .parent(_, _, let arguments):
            for argument in arguments { argument.nodes.forEach { $0.visit(body) } }
        case .block(let block): block.nodes.forEach { $0.visit(body) }
        }
    }
}
