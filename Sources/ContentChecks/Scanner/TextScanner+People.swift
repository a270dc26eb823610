/// What designates a person, or a group of people.
extension TextScanner {
    /// `M.` or `MM.`
    func isCourtesyLetter(_ start: Int, _ end: Int) -> Bool {
        text[start] == 0x4D && end == start + 1 && text.byte(end) == 0x2E
    }

    /// `M. Dupont`, `Mme Le Goff`; a function is no name.
    mutating func name(after place: Range<Int>) {
        let start = text.afterSpaces(place.upperBound)
        guard start > place.upperBound, text.startsName(start) else { return }
        guard ![.role, .courtesy, .month].contains(watch(at: start)) else { return }
        add(.personalName, place.lowerBound..<text.endOfWord(start))
    }

    /// `AB-123-CD`, `AB 123 CD`, `AB123CD`: the place is that of its first letters, or of the whole.
    mutating func plate(_ start: Int, _ end: Int) -> Bool {
        guard text.isCapital(start), text.isCapital(start + 1) else { return false }
        func isPlate(_ separator: Int) -> Int? {
            let digits = start + 2 + separator
            let letters = digits + 3 + separator
            guard text.endOfDigits(digits) == digits + 3, text.isCapital(letters), text.isCapital(letters + 1),
                text.endOfWord(letters) == letters + 2,
                separator == 0 || (isSeparator(start + 2) && text.byte(start + 2) == text.byte(digits + 3))
            else { return nil }
            return letters + 2
        }
        guard let last = isPlate(end == start + 2 ? 1 : 0) else { return false }
        add(.personalPlate, start..<last)
        position = last
        push(Token(start: start, end: last))
        return true
    }

    private func isSeparator(_ place: Int) -> Bool { text.byte(place) == 0x2D || text.byte(place) == 0x20 }

    /// `1234 AB 74`, as cars before 2009 have it.
    mutating func oldPlate(_ start: Int, _ end: Int) -> Bool {
        guard (2...4).contains(end - start), isSeparator(end) else { return false }
        let letters = end + 1
        let after = text.endOfWord(letters)
        guard (2...3).contains(after - letters), (letters..<after).allSatisfy({ text.isCapital($0) }), isSeparator(after),
            text.endOfDigits(after + 1) == after + 3, text.kind(after + 3) != .letter
        else { return false }
        add(.personalPlate, start..<after + 3)
        position = after + 3
        push(Token(start: start, end: after + 3))
        return true
    }

    /// Words that judge a group, and nationalities where they say who did something.
    mutating func group(_ watch: Watch, _ place: Range<Int>) {
        switch watch {
        case .slur: add(.stigma, place)
        case .voyage where second.watch == .of || isWord("du", second.start):
            if third.end > third.start, isWord("gens", third.start) { add(.stigma, third.start..<place.upperBound) }
        case .nationality where second.watch == .people || second.watch == .type || isYoung(second):
            add(.stigma, second.start..<place.upperBound)
        default: break
        }
    }

    private func isYoung(_ token: Token) -> Bool { token.watch == .age && text.byte(token.start) | 0x20 == 0x6A }
}
