extension TypographyPass {
    /// `art. 3`, `p. 4`, `L. 541-3`, `M. Untel`: the full stop is at `index`, a space follows.
    mutating func abbreviation() {
        let end = skippingSpaces(from: index + 1)
        let after = scalar(at: end)
        let keeps =
            if after.isDigit {
                endsWord("art") || endsWord("Art") || endsWord("p") || endsWord("pp") || endsWord("L")
                    || endsWord("R") || endsWord("D")
            } else if after.isCapital {
                endsWord("M") || endsWord("MM") || endsWord("art") || endsWord("Art")
            } else {
                false
            }
        if keeps { replace(index + 1..<end, with: "\u{A0}") }
    }

    /// `Mme`, `Mmes`, `Mlle`, `Me`, `Dr` before a name.
    mutating func courtesy() {
        let isWordStart = !scalar(before: index).isLetter
        var end = index + 1
        while let byte = byte(at: end), byte >= 0x61, byte <= 0x7A { end += 1 }
        let name = skippingSpaces(from: end)
        if isWordStart, name > end, scalar(at: name).isCapital,
            matches("Mme", to: end) || matches("Mmes", to: end) || matches("Mlle", to: end)
                || matches("Me", to: end) || matches("Dr", to: end)
        {
            replace(end..<name, with: "\u{A0}")
            end = name
        }
        index = end
    }

    /// Whether this word, as a whole, stands right before `index`.
    private func endsWord(_ word: StaticString) -> Bool {
        let start = index - word.utf8CodeUnitCount
        guard start >= copied, bytes(start..<index, are: word) else { return false }
        return !scalar(before: start).isLetter
    }

    private func matches(_ word: StaticString, to end: Int) -> Bool {
        bytes(index..<end, are: word)
    }

    private func bytes(_ range: Range<Int>, are word: StaticString) -> Bool {
        input[range].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
