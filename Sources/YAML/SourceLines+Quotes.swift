/// Quotation marks that explain a fault elsewhere.
extension SourceLines {
    /// The opening mark of an earlier line that has no closing one: the next mark of the text was taken for it, and what
    /// follows that one is the fault that libyaml tells. `nil` where no line is so.
    func unclosedQuote(before problem: Int) -> Int? {
        var end = start(ofLineAt: problem)
        while end > 0 {
            let start = start(ofLineAt: end - 1)
            if let open = openingQuote(in: start..<end) {
                let mark = text[open]
                let others = text[(open + 1)..<problem].indices.filter { text[$0] == mark && text[$0 - 1] != UInt8(ascii: "\\") }
                if others.count == 1, others[0] >= end { return open }
            }
            end = start
        }
        return nil
    }

    /// The value before a place of its line, where it starts with the marks of a word processor.
    func typographicQuote(before problem: Int) -> Int? {
        let line = start(ofLineAt: problem)..<min(problem, text.count)
        guard let start = valueStart(in: line) else { return nil }
        return ["“", "”", "„", "‘", "’", "«"].contains(character(at: start)) ? start : nil
    }

    private func openingQuote(in line: Range<Int>) -> Int? {
        guard let start = valueStart(in: line) else { return nil }
        return text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") ? start : nil
    }

    /// Where the value of « key: value » or « - value » starts.
    private func valueStart(in line: Range<Int>) -> Int? {
        let mark = line.dropLast().first { place in
            text[place + 1] == 0x20
                && (text[place] == UInt8(ascii: ":") || (text[place] == UInt8(ascii: "-") && isFirstOfLine(place)))
        }
        return mark.flatMap { mark in line.first { $0 > mark && text[$0] != 0x20 } }
    }
}
