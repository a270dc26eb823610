/// `:fact[id]{form}` in a text of one line: news of a bulletin, texts to paste.
public enum InlineFacts {
    /// What the line cites, in order.
    public static func directives(in line: String) -> [Document.Directive] { citations(in: line).map(\.directive) }

    /// The line with other words in the place of each citation; one for which there are none stays as it is written.
    public static func replacing(in line: String, by words: (Document.Directive) -> String?) -> String {
        let found = citations(in: line)
        guard !found.isEmpty else { return line }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var done = 0
        for (directive, range) in found {
            guard let words = words(directive) else { continue }
            result += bytes[done..<range.lowerBound]
            result += words.utf8
            done = range.upperBound
        }
        return String(decoding: result + bytes[done...], as: UTF8.self)
    }

    private static func citations(in line: String) -> [(directive: Document.Directive, range: Range<Int>)] {
        guard line.utf8.contains(UInt8(ascii: "[")) else { return [] }
        let bytes = Array(line.utf8)
        var found: [(directive: Document.Directive, range: Range<Int>)] = []
        var place = 0
        while let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) {
            place = colon + 1
            guard let (directive, end) = DirectiveSyntax.inline(bytes[...], at: colon), directive.name == "fact" else { continue }
            found.append((directive, colon..<end))
            place = end
        }
        return found
    }
}

extension Document {
    /// The facts that the text cites, each once, in order of first use.
    public var citedFacts: [Fact.ID] {
        var seen: Set<Fact.ID> = []
        return directives.filter { $0.name == "fact" && seen.insert($0.label).inserted }.map(\.label)
    }
}

extension Page {
    /// Those of its text, then those of its texts to paste.
    public var citedFacts: [Fact.ID] {
        var seen: Set<Fact.ID> = []
        let pasted = frontMatter.shortTexts.flatMap { InlineFacts.directives(in: $0.text) }.map(\.label)
        return (document.citedFacts + pasted).filter { seen.insert($0).inserted }
    }
}
