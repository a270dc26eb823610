/// French typography → what tools of others take.
///
/// U+202F is nowhere: many tools show it as a box. Where others wrap the lines (applications, bulletins), U+00A0 takes its
/// place: it is in the tables of Windows and Latin-1 too, and no line begins with « ? » or parts « 15 avril ». Where lines are
/// wrapped here (panels, mails) it has done its work then, and all spaces are ordinary.
enum PlainText {
    /// One line, its no-break spaces those that every tool knows, nothing that is not seen.
    static func glued(_ text: String) -> String { visible(text).replacing("\u{202F}", with: "\u{A0}") }

    /// One line, ordinary spaces, nothing that is not seen.
    static func ordinary(_ text: String) -> String {
        var words = ""
        for scalar in visible(text).unicodeScalars { words.unicodeScalars.append(isGlue(scalar) ? " " : scalar) }
        return words
    }

    /// Runs of spaces are one; signs that are not seen, or that turn the direction of what follows, are left out.
    static func visible(_ text: String) -> String {
        var words = ""
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                if words.unicodeScalars.last != " " { words.unicodeScalars.append(" ") }
            } else if isGlue(scalar) || !isHidden(scalar) {
                words.unicodeScalars.append(scalar)
            }
        }
        while words.last == " " { words.removeLast() }
        return words.first == " " ? String(words.dropFirst()) : words
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: scalar != "\u{200D}"
        default: false
        }
    }

    private static func isGlue(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{A0}" || scalar == "\u{202F}" }

    /// Lines of so many signs at most, cut between words; a word that is longer than a line is cut only where `cuts` asks
    /// for it. The second line and those after it begin with `indent`.
    static func wrapped(_ text: String, to width: Int, indent: String = "", cuts: Bool = false) -> [String] {
        var lines: [String] = []
        var line = ""
        func close() {
            if !line.isEmpty { lines.append(line) }
            line = ""
        }
        func add(_ word: Substring) {
            let start = line.isEmpty ? (lines.isEmpty ? "" : indent) : "\(line) "
            if start.count + word.count <= width {
                line = start + word
            } else if !line.isEmpty {
                close()
                add(word)
            } else if let glue = word.dropFirst().firstIndex(where: { $0.unicodeScalars.allSatisfy(isGlue) }), glue < word.index(before: word.endIndex) {
                add(word[..<glue])
                add(word[word.index(after: glue)...])
            } else if cuts, width > start.count {
                line = start + word.prefix(width - start.count)
                close()
                add(word.dropFirst(width - start.count))
            } else {
                line = start + word
                close()
            }
        }
        for word in visible(text).split(separator: " ") { add(word) }
        close()
        return lines.map(ordinary(keepingIndent:))
    }

    private static func ordinary(keepingIndent line: String) -> String {
        String(line.prefix { $0 == " " }) + ordinary(line)
    }

    /// So many signs at most: what is left out ends with « … » after a whole word. A word alone that is longer is cut.
    static func shortened(_ text: String, to most: Int) -> String {
        guard text.count > most else { return text }
        let room = text.prefix(max(most - 1, 0))
        let next = text[room.endIndex...].first
        var kept = room
        if next != " " { kept = room.lastIndex { $0 == " " }.map { room[..<$0] } ?? room }
        while let last = kept.last, " \u{A0},;:–—-(«".contains(last) { kept.removeLast() }
        return "\(kept)…"
    }
}
