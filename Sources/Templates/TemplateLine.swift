/// One line of a template: its tokens up to and with its newline. A comment that runs over several lines
/// counts as part of the line where it starts.
struct TemplateLine {
    let tokens: ArraySlice<Token>
    /// Blanks before everything else.
    let indentation: Range<Int>
    /// Neither a tag nor a text.
    let isBlank: Bool

    static func split(_ tokens: [Token], of file: TemplateFile) -> [TemplateLine] {
        var lines: [TemplateLine] = []
        var start = 0
        for index in tokens.indices {
            if case .newline = tokens[index] {
                lines.append(TemplateLine(tokens[start...index], of: file))
                start = index + 1
            }
        }
        if start < tokens.count { lines.append(TemplateLine(tokens[start...], of: file)) }
        return lines
    }

    private init(_ tokens: ArraySlice<Token>, of file: TemplateFile) {
        self.tokens = tokens
        indentation =
            switch tokens.first {
            case .text(let range):
                range.lowerBound..<(range.first { !Self.isIndentation(file.bytes[$0]) } ?? range.upperBound)
            case .newline(let range): range.lowerBound..<range.lowerBound
            case .tag(let tag): tag.range.lowerBound..<tag.range.lowerBound
            case nil: 0..<0
            }
        isBlank = tokens.allSatisfy {
            switch $0 {
            case .text(let range): file.bytes[range].allSatisfy(Self.isIndentation)
            case .newline: true
            case .tag: false
            }
        }
    }

    private static func isIndentation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Whether the line holds tags only and leaves nothing of itself in the output: a single tag that writes
    /// nothing, or any number of tags of parents and blocks, unless a place opens and closes on this very line.
    ///
    /// - Parameter open: the elements that are open where the line starts, outermost first.
    func isStandalone(in file: TemplateFile, within open: [Tag.Kind]) -> Bool {
        var tags: [Tag] = []
        for token in tokens {
            switch token {
            case .text(let range):
                guard file.bytes[range].allSatisfy(Self.isIndentation) else { return false }
            case .newline: break
            case .tag(let tag):
                guard !tag.writes else { return false }
                tags.append(tag)
            }
        }
        return tags.count == 1 || (!tags.isEmpty && onlyShapesInheritance(tags, within: open))
    }

    private func onlyShapesInheritance(_ tags: [Tag], within open: [Tag.Kind]) -> Bool {
        var open = open
        let outside = open.count
        for tag in tags {
            switch tag.kind {
            case .parent, .block: open.append(tag.kind)
            case .close:
                guard let closed = open.popLast(), closed == .parent || closed == .block else { return false }
                let isPlace = closed == .block && open.last != .parent
                if isPlace, open.count >= outside { return false }
            default: return false
            }
        }
        return true
    }
}
