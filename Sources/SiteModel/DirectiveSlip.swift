/// What was meant as an inline directive and is none: it would be printed as it is typed.
public struct DirectiveSlip: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// `:fact[17`: nothing closes it.
        case unclosed
        /// `:Fact[17]`, `:fact [17]`, `:fact(17)`: not the name, or not the brackets.
        case misspelt
        /// `:fact[17]{call}{short}`: a second pair of braces.
        case secondBraces
        /// `:fact[17]{Call` or `:fact[17] {call}`: braces that are not read.
        case braces
    }

    public let kind: Kind
    /// Bytes of the text.
    public let range: Range<Int>
    /// What was meant, as it is to be typed.
    public let meant: String
}

extension DirectiveSyntax {
    /// Looks at `text[colon]`, where `inline` found no directive, for one of `names`.
    public static func slip(_ text: ArraySlice<UInt8>, at colon: Int, names: [String]) -> DirectiveSlip? {
        var position = colon + 1
        while position < text.endIndex, isLetter(text[position] | 0x20) { position += 1 }
        let written = text[(colon + 1)..<position]
        // Most colons are none of this.
        guard (3...8).contains(written.count) else { return nil }
        let lowercased = String(decoding: written.map { $0 | 0x20 }, as: UTF8.self)
        guard names.contains(lowercased) else { return nil }
        while position < text.endIndex, text[position] == 0x20 { position += 1 }
        guard position < text.endIndex, let closing = brackets[text[position]] else { return nil }
        let start = position + 1
        // A label stands on one line, and is short.
        let rest = text[start...].prefix(80).prefix { $0 != 0x0A }
        guard let end = rest.firstIndex(of: closing) else {
            let label = rest.prefix { isLetter($0 | 0x20) || isDigit($0) || $0 == UInt8(ascii: "-") }
            guard text[position] == UInt8(ascii: "["), !label.isEmpty else { return nil }
            return DirectiveSlip(
                kind: .unclosed, range: colon..<label.endIndex,
                meant: ":\(lowercased)[\(String(decoding: label, as: UTF8.self))]")
        }
        let label = trimmed(text[start..<end])
        return DirectiveSlip(kind: .misspelt, range: colon..<(end + 1), meant: ":\(lowercased)[\(label)]")
    }

    /// Looks past a directive, which goes from `start` to `end`, for braces that were meant as its own.
    public static func slip(
        _ text: ArraySlice<UInt8>, after directive: Document.Directive, from start: Int, to end: Int,
    ) -> DirectiveSlip? {
        var position = end
        while position < text.endIndex, text[position] == 0x20 { position += 1 }
        guard position < text.endIndex, text[position] == UInt8(ascii: "{") else { return nil }
        let rest = text[position...].prefix(40).prefix { $0 != 0x0A }
        let close = rest.firstIndex(of: UInt8(ascii: "}"))
        let words = rest[(position + 1)..<(close ?? rest.endIndex)]
            .prefix { isLetter($0 | 0x20) || $0 == 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") }
        let word = String(decoding: words, as: UTF8.self).lowercased().split(separator: " ").first.map(String.init) ?? ""
        // Words in braces at some distance may be words in braces.
        let forms = FactForm.allCases.map(\.rawValue) + [FactForm.optional]
        guard position == end || forms.contains(word) else { return nil }
        let bare = ":\(directive.name)[\(directive.label)]"
        let first = directive.attributes.first?.key
        let isSecond = first != nil
        let both = first == FactForm.optional || word == FactForm.optional
        let meant = isSecond ? "\(bare){\(first ?? "")\(both && !word.isEmpty && word != first ? " \(word)" : "")}" : "\(bare){\(word)}"
        return DirectiveSlip(
            kind: isSecond ? .secondBraces : .braces, range: start..<(close.map { $0 + 1 } ?? words.endIndex),
            meant: word.isEmpty && !isSecond ? bare : meant)
    }

    private static let brackets: [UInt8: UInt8] = [
        UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "{"): UInt8(ascii: "}"),
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Without the spaces around it, those that do not break among them.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let spaces: [Unicode.Scalar] = [" ", "\t", "\u{A0}", "\u{202F}"]
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        guard let first = scalars.firstIndex(where: { !spaces.contains($0) }),
            let last = scalars.lastIndex(where: { !spaces.contains($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
