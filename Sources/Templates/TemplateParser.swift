import Diagnostics

/// Tokens of one file → its tree, with every fault of nesting.
struct TemplateParser {
    private let file: TemplateFile
    private let tokens: [Token]
    private let isStrict: Bool
    private var frames: [OpenElement]
    private var diagnostics: [Diagnostic]

    static func parse(
        _ file: TemplateFile, mode: TemplateLibrary.Mode,
    ) -> (tree: TemplateTree, diagnostics: [Diagnostic]) {
        let (tokens, faults) = TagScanner.scan(file)
        var parser = TemplateParser(file: file, tokens: tokens, isStrict: mode == .strict, diagnostics: faults)
        let nodes = parser.parseAll()
        return (TemplateTree(file: file, nodes: nodes), parser.diagnostics)
    }

    private init(file: TemplateFile, tokens: [Token], isStrict: Bool, diagnostics: [Diagnostic]) {
        self.file = file
        self.tokens = tokens
        self.isStrict = isStrict
        self.diagnostics = diagnostics
        frames = []
    }

    /// An element whose closing tag has not come yet.
    private struct OpenElement {
        let tag: Tag
        var nodes: [Node] = []
        var arguments: [Block] = []
        var standsAlone = false
        var indentation: [UInt8]?
        var innerIndentation: [UInt8]?
        var strayContentIsReported = false
    }

    private var topNodes: [Node] = []

    private mutating func parseAll() -> [Node] {
        for line in TemplateLine.split(tokens, of: file) { parse(line) }
        let end = SourceLocation(file: file.path, offset: max(file.bytes.count - 1, 0))
        while !frames.isEmpty {
            reportUnclosed(frames[frames.count - 1].tag, note: .init("le fichier finit ici", at: end))
            closeInnermost()
        }
        return topNodes
    }

    private mutating func parse(_ line: TemplateLine) {
        let indentation = Array(file.bytes[line.indentation])
        if !line.isBlank {
            for index in frames.indices where frames[index].innerIndentation == nil {
                frames[index].innerIndentation = indentation
            }
        }
        let isStandalone = line.isStandalone(in: file, within: frames.map(\.tag.kind))
        if !isStandalone { append(.line(indentation: indentation)) }
        var isFirst = true
        for token in line.tokens {
            switch token {
            case .text(let range):
                let text = max(range.lowerBound, line.indentation.upperBound)..<range.upperBound
                if !text.isEmpty, !isStandalone { append(.text(text)) }
                if !text.isEmpty { isFirst = false }
            case .newline(let range):
                if !isStandalone { append(.text(range)) }
            case .tag(let tag):
                accept(tag, indentation: isFirst ? indentation : nil, standsAlone: isStandalone)
                isFirst = false
            }
        }
    }

    /// - Parameter indentation: `nil` when something precedes the tag on its line.
    private mutating func accept(_ tag: Tag, indentation: [UInt8]?, standsAlone: Bool) {
        switch tag.kind {
        case .comment, .delimiters: break
        case .variable, .unescaped: append(.variable(tag))
        case .partial: append(.partial(tag, indentation: standsAlone ? indentation : nil))
        case .section, .inverted, .parent, .block:
            var element = OpenElement(tag: tag, standsAlone: standsAlone, indentation: indentation)
            if !standsAlone { element.innerIndentation = [] }
            frames.append(element)
        case .close: close(tag)
        }
    }

    private mutating func append(_ node: Node) {
        guard let last = frames.indices.last else { return topNodes.append(node) }
        guard frames[last].tag.kind == .parent else { return frames[last].nodes.append(node) }
        // Between a parent's tags only blocks count.
        if case .block(let block) = node {
            reportDuplicate(block, in: frames[last])
            frames[last].arguments.append(block.dedented())
        } else {
            reportStray(node, in: last)
        }
    }

    // MARK: Closing

    private mutating func close(_ tag: Tag) {
        guard let match = frames.lastIndex(where: { $0.tag.name == tag.name }) else { return closeUnmatched(tag) }
        while frames.count > match + 1 {
            reportUnclosed(
                frames[frames.count - 1].tag,
                note: .init("« \(tag.name) », qui l’entoure, se ferme ici", at: file.location(tag.range)))
            closeInnermost()
        }
        closeInnermost()
    }

    /// Most often the name of the innermost element, misspelt. If that element has a closing tag of its own
    /// further on, this one is superfluous.
    private mutating func closeUnmatched(_ tag: Tag) {
        guard let open = frames.last?.tag, !isClosed(open, after: tag) else {
            diagnostics.append(
                .error(
                    .templateSyntax, at: file.location(tag.range),
                    "« \(file.text(tag.range)) » ferme « \(tag.name) », qui n’est pas ouvert",
                    advice: "supprimez cette balise, ou ajoutez l’ouverture qui manque"))
            return
        }
        diagnostics.append(
            .error(
                .templateUnclosedSection, at: file.location(tag.range),
                "« \(open.name) » est ouvert, mais c’est « \(tag.name) » qui est fermé",
                advice: "écrivez « {{/\(open.name)}} »",
                notes: [.init("« \(open.name) » est ouvert ici", at: file.location(open.range))]))
        closeInnermost()
    }

    private func isClosed(_ open: Tag, after tag: Tag) -> Bool {
        var depth = 1
        for case .tag(let other) in tokens
        where other.range.lowerBound > tag.range.lowerBound && other.name == open.name {
            switch other.kind {
            case .section, .inverted, .parent, .block: depth += 1
            case .close: depth -= 1
            default: break
            }
            if depth == 0 { return true }
        }
        return false
    }

    private mutating func closeInnermost() {
        guard let element = frames.popLast() else { return }
        switch element.tag.kind {
        case .parent:
            append(
                .parent(
                    element.tag, indentation: element.standsAlone ? element.indentation : nil,
                    arguments: element.arguments))
        case .block:
            append(
                .block(
                    Block(
                        tag: element.tag, nodes: element.nodes, holdsLines: element.standsAlone,
                        indentation: element.indentation ?? [], innerIndentation: element.innerIndentation ?? [])))
        default: append(.section(element.tag, element.nodes))
        }
    }

    // MARK: Faults

    private mutating func reportUnclosed(_ tag: Tag, note: Diagnostic.Note) {
        let message =
            switch tag.kind {
            case .block: "le bloc « \(tag.name) » n’est pas fermé"
            case .parent: "l’appel du parent « \(tag.name) » n’est pas fermé"
            default: "la section « \(tag.name) » n’est pas fermée"
            }
        diagnostics.append(
            .error(
                .templateUnclosedSection, at: file.location(tag.range), message,
                advice: "ajoutez « {{/\(tag.name)}} »", notes: [note]))
    }

    private mutating func reportDuplicate(_ block: Block, in parent: OpenElement) {
        guard isStrict, let first = parent.arguments.first(where: { $0.tag.name == block.tag.name }) else { return }
        diagnostics.append(
            .error(
                .templateSyntax, at: file.location(block.tag.range),
                "le bloc « \(block.tag.name) » est rempli deux fois",
                advice: "gardez un seul des deux blocs",
                notes: [.init("il l’est d’abord ici", at: file.location(first.tag.range))]))
    }

    private mutating func reportStray(_ node: Node, in frame: Int) {
        guard isStrict, !frames[frame].strayContentIsReported, let range = strayRange(node) else { return }
        frames[frame].strayContentIsReported = true
        let name = frames[frame].tag.name
        diagnostics.append(
            .error(
                .templateSyntax, at: file.location(range),
                "ce contenu est hors de tout bloc : « \(name) » ne l’affichera pas",
                advice: "placez-le dans un bloc « {{$…}} » de « \(name) », ou supprimez-le"))
    }

    private func strayRange(_ node: Node) -> Range<Int>? {
        switch node {
        case .line, .block: nil
        case .text(let range): file.bytes[range].allSatisfy(TagScanner.isBlank) ? nil : range
        case .variable(let tag), .section(let tag, _), .partial(let tag, _), .parent(let tag, _, _): tag.range
        }
    }
}
