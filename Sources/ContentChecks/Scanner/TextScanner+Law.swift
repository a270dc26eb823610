/// Articles of codes and acts, told by their numbers.
extension TextScanner {
    /// `article L. 132-3`, `articles 222-33-2-2`, `art. 40`.
    mutating func article(from place: Range<Int>) {
        var start = place.upperBound
        if text.byte(start) == 0x2E { start += 1 }
        start = text.afterSpaces(start)
        let letter = text.isCapital(start) ? afterCodeLetter(start) : start
        let digits = text.endOfDigits(letter)
        guard digits > letter else { return }
        let end = afterHyphens(digits)
        add(.article, place.lowerBound..<end)
        position = end
    }

    /// `L. 132-3`, `L132-3`, `R.* 123-4`: a letter of a code before a number with a hyphen. `true` where it is one.
    mutating func single(_ start: Int, _ end: Int) -> Bool {
        if isCourtesyLetter(start, end) {
            push(Token(watch: .courtesy, start: start, end: end))
            name(after: start..<end + 1)
            return true
        }
        if plate(start, end) { return true }
        guard [0x4C, 0x52, 0x44, 0x41].contains(text[start]) else { return false }
        let number = afterCodeLetter(start)
        let digits = text.endOfDigits(number)
        guard digits > number, text.byte(digits) == 0x2D, text.byte(digits + 1) &- 0x30 < 10 else { return false }
        let last = afterHyphens(digits)
        add(.article, start..<last)
        position = last
        push(Token(start: start, end: last))
        return true
    }

    /// `loi n° 2024-247`, `décret no 2020-1161`.
    mutating func act(from place: Range<Int>) {
        var start = text.afterSpaces(place.upperBound)
        guard text.byte(start) == 0x6E else { return }
        start += 1
        let sign = text.degree(start) > 0 ? text.degree(start) : text.byte(start) == 0x6F ? 1 : 0
        guard sign > 0 else { return }
        let number = text.afterSpaces(start + sign)
        let digits = text.endOfDigits(number)
        guard digits > number else { return }
        let end = afterHyphens(digits)
        add(.article, place.lowerBound..<end)
        position = end
    }

    /// The place of the number after `L.`, `L`, `R.*`.
    private func afterCodeLetter(_ start: Int) -> Int {
        var place = start + 1
        while text.byte(place) == 0x2E || text.byte(place) == 0x2A { place += 1 }
        return text.afterSpaces(place)
    }

    private func afterHyphens(_ digits: Int) -> Int {
        var end = digits
        while text.byte(end) == 0x2D, text.byte(end + 1) &- 0x30 < 10 { end = text.endOfDigits(end + 1) }
        return end
    }
}
