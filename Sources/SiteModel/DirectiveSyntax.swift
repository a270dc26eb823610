/// Reads the generic directive syntax: `:name[label]{key=value}` in a line, `:::name{key=value}` as a fence.
public enum DirectiveSyntax {
    /// What `:::` at the start of a line says.
    public enum Fence {
        case open(Document.Directive)
        case close
        case malformed
    }

    /// Reads an inline directive at `text[start]`, which is a colon. `nil` when there is none: a directive
    /// needs its brackets, so that `10:30` and `:warning:` stay text. `end` is past its last byte.
    public static func inline(_ text: ArraySlice<UInt8>, at start: Int) -> (directive: Document.Directive, end: Int)? {
        var position = start + 1
        guard let name = readName(text, &position), position < text.endIndex, text[position] == UInt8(ascii: "["),
            let closing = text[position...].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        // Spaces around a name are no part of it.
        let label = trimmed(text[(position + 1)..<closing])
        position = closing + 1
        let attributes = readAttributes(text, &position) ?? []
        return (Document.Directive(name: name, label: label, attributes: attributes), position)
    }

    /// Reads a whole line that starts with `:::`.
    public static func fence(_ line: ArraySlice<UInt8>) -> Fence {
        var position = line.startIndex
        while position < line.endIndex, line[position] == UInt8(ascii: ":") { position += 1 }
        skipSpaces(line, &position)
        if position == line.endIndex { return .close }
        guard let name = readName(line, &position) else { return .malformed }
        skipSpaces(line, &position)
        var attributes: [(key: String, value: String)] = []
        if position < line.endIndex {
            guard let read = readAttributes(line, &position) else { return .malformed }
            attributes = read
            skipSpaces(line, &position)
        }
        guard position == line.endIndex else { return .malformed }
        return .open(Document.Directive(name: name, label: "", attributes: attributes))
    }

    private static func readName(_ text: ArraySlice<UInt8>, _ position: inout Int) -> String? {
        let start = position
        while position < text.endIndex {
            let byte = text[position]
            let isLetter = byte >= 0x61 && byte <= 0x7A
            guard isLetter || (position > start && byte == UInt8(ascii: "-")) else { break }
            position += 1
        }
        return position > start ? String(decoding: text[start..<position], as: UTF8.self) : nil
    }

    /// `{key=value key="two words" word}`, a word alone being a key without value; leaves `position` alone and gives
    /// `nil` when it is not one.
    private static func readAttributes(
        _ text: ArraySlice<UInt8>, _ position: inout Int,
    ) -> [(key: String, value: String)]? {
        guard position < text.endIndex, text[position] == UInt8(ascii: "{") else { return nil }
        var attributes: [(key: String, value: String)] = []
        var here = position + 1
        while true {
            skipSpaces(text, &here)
            guard here < text.endIndex else { return nil }
            if text[here] == UInt8(ascii: "}") {
                position = here + 1
                return attributes
            }
            guard let key = readName(text, &here), here < text.endIndex else { return nil }
            if text[here] == 0x20 || text[here] == 0x09 || text[here] == UInt8(ascii: "}") {
                attributes.append((key, ""))
                continue
            }
            guard text[here] == UInt8(ascii: "=") else { return nil }
            here += 1
            let isQuoted = here < text.endIndex && text[here] == UInt8(ascii: "\"")
            if isQuoted { here += 1 }
            let start = here
            while here < text.endIndex {
                let byte = text[here]
                if isQuoted ? byte == UInt8(ascii: "\"") : byte == 0x20 || byte == UInt8(ascii: "}") { break }
                here += 1
            }
            guard here < text.endIndex else { return nil }
            attributes.append((key, String(decoding: text[start..<here], as: UTF8.self)))
            if isQuoted { here += 1 }
        }
    }

    private static func skipSpaces(_ text: ArraySlice<UInt8>, _ position: inout Int) {
        while position < text.endIndex, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    }
}
