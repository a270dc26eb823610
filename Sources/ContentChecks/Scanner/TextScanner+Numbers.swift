/// Telephone numbers, amounts, delays, small counts.
extension TextScanner {
    /// Groups of digits with a space, a dot or a hyphen between them, as telephone numbers are written.
    struct Groups {
        /// Digits of each group, and the place after it.
        var lengths: [(count: Int, end: Int)] = []
        var digits = 0
        /// The first twelve digits as a number.
        var value = 0

        func end(of pattern: [Int]) -> Int? {
            guard lengths.count >= pattern.count, zip(lengths, pattern).allSatisfy({ $0.count == $1 }) else { return nil }
            return lengths[pattern.count - 1].end
        }
    }

    private static let shortNumbers: Set<Int> = [15, 17, 18, 112, 114, 115, 119, 191, 196, 197, 33_700]

    mutating func number() {
        let start = position
        let end = text.endOfDigits(start)
        countWord(at: start)
        if let telephone = telephone(start) {
            if telephone.isMobile { add(.personalTelephone, telephone.place) } else { add(.telephone, telephone.place) }
            position = telephone.place.upperBound
            push(Token())
            return
        }
        position = thousands(start, end)
        if oldPlate(start, position) { return }
        let isWhole = text.kind(position) != .letter || isUnitSign(position)
        let value = isWhole && position - start <= 2 ? (start..<position).reduce(0) { $0 * 10 + Int(text[$1] - 0x30) } : 255
        push(Token(watch: isWhole ? .number : .none, value: UInt8(clamping: value), isDigits: true, start: start, end: position))
        // `17cyber`, `1er`: the letters belong to it.
        if !isWhole { position = text.endOfWord(position) }
    }

    /// `h`, `j` or `k` alone behind a number.
    private func isUnitSign(_ place: Int) -> Bool {
        [0x68, 0x6A, 0x6B, 0x4D].contains(text.byte(place)) && text.endOfWord(place) == place + 1
    }

    /// `1 500`, `1.500`, `12,50`: the place after the whole number.
    private func thousands(_ start: Int, _ end: Int) -> Int {
        var end = end
        if end - start <= 3 {
            while true {
                let separator = text.byte(end) == 0x2E ? 1 : text.space(end)
                guard separator > 0, text.endOfDigits(end + separator) == end + separator + 3 else { break }
                end += separator + 3
            }
        }
        if text.byte(end) == 0x2C, text.byte(end + 1) &- 0x30 < 10 { end = text.endOfDigits(end + 1) }
        return end
    }

    // MARK: - Telephone

    private func telephone(_ start: Int) -> (place: Range<Int>, isMobile: Bool)? {
        let first = text[start]
        let before = text.byte(start - 1)
        let isInternational = before == 0x2B
        // Most numbers of a text are none, and are told from their first digits.
        guard first == 0x30 || isInternational || first == 0x31 || first == 0x33 else { return nil }
        guard before != 0x2D, before != 0x2F, before != 0x2E, text.kind(start - 1) != .letter else { return nil }
        let groups = groups(start)
        if isInternational {
            guard groups.value / power(groups, 2) == 33, let last = groups.lengths.last, groups.digits >= 11 else { return nil }
            return (start - 1..<last.end, false)
        }
        if first == 0x30 {
            let patterns = [[2, 2, 2, 2, 2], [10], [1, 3, 3, 3], [4, 2, 2, 2], [4, 3, 3], [2, 4, 4]]
            guard let end = patterns.lazy.compactMap({ groups.end(of: $0) }).first, text.byte(end) &- 0x30 >= 10 else { return nil }
            let second = text.byte(start + 1)
            return (start..<end, second == 0x36 || second == 0x37)
        }
        return short(start, groups).map { ($0, false) }
    }

    /// What the first `digits` are divided by to keep so many of them.
    private func power(_ groups: Groups, _ kept: Int) -> Int {
        var power = 1
        for _ in 0..<max(0, min(groups.digits, 12) - kept) { power *= 10 }
        return power
    }

    private func groups(_ start: Int) -> Groups {
        var groups = Groups()
        var place = start
        while groups.lengths.count < 6 {
            let end = text.endOfDigits(place)
            guard end > place else { break }
            for digit in place..<end where groups.digits < 12 {
                groups.value = groups.value * 10 + Int(text[digit] - 0x30)
                groups.digits += 1
            }
            groups.lengths.append((end - place, end))
            let separator = text.byte(end) == 0x2E || text.byte(end) == 0x2D ? 1 : text.space(end)
            if separator == 0 { break }
            place = end + separator
        }
        return groups
    }

    /// `17`, `3919`, `116 006`: few digits are a number to call only where the words around say so.
    private func short(_ start: Int, _ groups: Groups) -> Range<Int>? {
        let count = groups.lengths[0].count
        let value = Int(groups.value) / power(groups, count)
        if value == 116 || value / 1000 == 116, let end = groups.end(of: [3, 3]) ?? groups.end(of: [6]) {
            return groups.value / power(groups, 6) / 1000 == 116 ? start..<end : nil
        }
        var end = groups.lengths[0].end
        var number = value
        if count == 2, value == 33, let both = groups.end(of: [2, 3]) {
            end = both
            number = groups.value / power(groups, 5)
        }
        guard number == value || number == 33_700 else { return nil }
        guard Self.shortNumbers.contains(number) || (count == 4 && value / 1000 == 3) else { return nil }
        guard text.kind(end) != .letter, last.watch == .determiner || last.watch == .call else { return nil }
        guard number < 100 else { return start..<end }
        // A day of the month otherwise.
        let next = watch(at: text.afterSpaces(end))
        return speaksOfCalls && next != .month && next != .unit && !isRange(end) ? start..<end : nil
    }

    /// `du 15 au 18`
    private func isRange(_ end: Int) -> Bool {
        let next = text.afterSpaces(end)
        if watch(at: next) == .determiner, text.byte(text.afterSpaces(text.endOfWord(next))) &- 0x30 < 10,
            last.watch == .determiner, text.byte(last.start) == 0x64 { return true }
        return second.isDigits && text.byte(second.start - 2) == 0x75 && last.watch == .determiner && text.byte(last.start) == 0x61
            && third.watch == .determiner && text.byte(third.start) == 0x64
    }

    // MARK: - Amounts

    /// `1 500 €`, `15 k€`, `mille euros`, `10 millions d’euros`.
    ///
    /// - Parameter place: where the sign or the word stands, and the place after it.
    mutating func amount(endingAt place: Int, _ end: Int) {
        var tokens = [last, second, third, fourth]
        if tokens[0].watch == .euro { tokens.removeFirst() }
        if tokens[0].watch == .of { tokens.removeFirst() }
        var start: Int?
        for token in tokens {
            guard token.watch == .thousand || (token.watch == .number && (token.isDigits || token.value > 1)) else { break }
            start = token.start
        }
        guard let start, place - start < 60 else { return }
        add(.amount, start..<end)
    }

    // MARK: - Delays

    mutating func duration(_ place: Range<Int>) {
        // `last` is the unit itself.
        let number = second
        guard number.watch == .number else { return }
        let unit = last.value
        // `24 heures sur 24`, `7 j/7`
        if isWord("sur", text.afterSpaces(place.upperBound)) || text.byte(place.upperBound) == 0x2F { return }
        let isBound =
            third.watch == .under || third.watch == .delay || (third.watch == .plural && fourth.watch == .within)
            || (third.watch == .of && fourth.watch == .delay)
        let isStated: Bool
        switch unit {
        case Watch.Unit.days: isStated = number.isDigits
        case Watch.Unit.years: isStated = number.isDigits && !isAge
        case Watch.Unit.hours: isStated = number.isDigits && number.value >= 24 && number.value < 255
        default: isStated = false
        }
        if isStated || isBound { add(.delay, number.start..<place.upperBound) }
    }

    /// `moins de 15 ans`, `enfant de 3 ans`.
    private var isAge: Bool {
        third.watch == .age || (third.watch == .of && fourth.watch == .age)
    }

    /// `un an d’emprisonnement`: said in words, it is a penalty all the same.
    mutating func sentenceOfPrison(_ place: Range<Int>) {
        var tokens = [second, third, fourth]
        if tokens[0].watch == .of { tokens.removeFirst() }
        guard tokens[0].watch == .unit, tokens[1].watch == .number, !tokens[1].isDigits else { return }
        extend(.delay, tokens[1].start..<place.upperBound)
    }

    func isWord(_ word: StaticString, _ start: Int) -> Bool {
        let end = text.endOfWord(start)
        guard end - start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { bytes in bytes.indices.allSatisfy { bytes[$0] == text[start + $0] } }
    }

    // MARK: - Small counts

    mutating func smallCount(_ place: Range<Int>) {
        let number = second
        guard number.watch == .number, number.value > (number.isDigits ? 0 : 1), number.value <= TextScanner.smallestCount else { return }
        add(.smallCount, number.start..<place.upperBound)
    }
}
