extension TypographyPass {
    /// A sign that a space parts from the number before it: `%`, `€`, `°C`.
    mutating func unit(length: Int) {
        let after = scalar(at: index + length)
        let start = spacesStart
        if !after.isLetter, !after.isDigit, scalar(before: start).isDigit {
            replace(start..<index, with: "\u{A0}")
        }
        index += length
    }

    /// `n° 5` or `20 °C`.
    mutating func degree() {
        if byte(at: index + 2) == UInt8(ascii: "C") {
            unit(length: 3)
            return
        }
        let letter = scalar(before: index)
        let isNumero =
            (letter == UInt32(UInt8(ascii: "n")) || letter == UInt32(UInt8(ascii: "N")))
            && (index - 1 < copied || !scalar(before: index - 1).isLetter)
        let start = index + 2
        let end = skippingSpaces(from: start)
        if isNumero, end > start, scalar(at: end).isDigit { replace(start..<end, with: "\u{A0}") }
        index = end
    }

    /// The start of a run of digits: thousands, a telephone number, a time, or nothing to change.
    mutating func number() {
        let before = scalar(before: index)
        if before == UInt32(UInt8(ascii: "+")), let end = internationalNumberEnd {
            rewriteGroups(to: end, separator: "\u{A0}")
        } else if !before.precedesNumber {
            index = digitsEnd(from: index)
        } else if let end = telephoneEnd {
            rewriteGroups(to: end, separator: "\u{A0}")
        } else if let end = thousandsEnd {
            rewriteGroups(to: end, separator: "\u{202F}")
            keepWithCounted()
        } else {
            time()
        }
    }

    /// `10 jours`, `24 novembre`, `1er mai`: a line never ends between a number and what it counts.
    private mutating func keepWithCounted() {
        if byte(at: index) == UInt8(ascii: "e"), byte(at: index + 1) == UInt8(ascii: "r") { index += 2 }
        guard byte(at: index) == 0x20 else { return }
        let start = index + 1
        var end = start
        while let byte = byte(at: end), byte >= 0x61 && byte <= 0x7A || byte >= 0x80 { end += 1 }
        guard Self.counted.contains(String(decoding: input[start..<end], as: UTF8.self)) else { return }
        replace(index..<start, with: "\u{A0}")
        index = end
    }

    /// Measures and months: what else a number counts may go to the next line.
    private static let counted: Set<String> = [
        "an", "ans", "mois", "semaine", "semaines", "jour", "jours", "heure", "heures", "minute", "minutes", "seconde", "secondes",
        "euro", "euros", "mètre", "mètres", "m", "km", "kg",
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]

    /// `9h`, `9 h`, `9h30`, `9 h 30`: no-break spaces around the `h`.
    private mutating func time() {
        let end = digitsEnd(from: index)
        let letter = end + separatorLength(at: end)
        guard end - index <= 3, byte(at: letter) == UInt8(ascii: "h") else {
            index = end
            keepWithCounted()
            return
        }
        let minutes = letter + 1 + separatorLength(at: letter + 1)
        let minutesEnd = digitsEnd(from: minutes)
        let afterMinutes = scalar(at: minutesEnd)
        if end - index <= 2, minutesEnd - minutes == 2, !afterMinutes.isLetter {
            replace(end..<letter, with: "\u{A0}")
            replace(letter + 1..<minutes, with: "\u{A0}")
            index = minutesEnd
        } else {
            let after = scalar(at: letter + 1)
            guard !after.isLetter else {
                index = end
                keepWithCounted()
                return
            }
            if !after.isDigit { replace(end..<letter, with: "\u{A0}") }
            index = letter + 1
        }
    }

    // MARK: Groups of digits

    private mutating func rewriteGroups(to end: Int, separator: StaticString) {
        while index < end {
            index = digitsEnd(from: index)
            guard index < end else { break }
            let next = index + separatorLength(at: index)
            replace(index..<next, with: separator)
            index = next
        }
    }

    /// `04 65 71 12 34`, `0 805 805 817`, `0 800 12 34 56`: ten digits, the first a zero, in groups.
    private var telephoneEnd: Int? {
        guard input[index] == UInt8(ascii: "0") else { return nil }
        let first = digitsEnd(from: index)
        guard first - index <= 2 else { return nil }
        return groupsEnd(from: first, digits: first - index) { $0 == 2 || $0 == 3 }.flatMap { $0.digits == 10 ? $0.end : nil }
    }

    /// `33 4 65 71 12 34` after a `+`.
    private var internationalNumberEnd: Int? {
        let first = digitsEnd(from: index)
        guard first - index <= 3 else { return nil }
        return groupsEnd(from: first, digits: first - index) { $0 <= 4 }.flatMap { $0.digits >= 8 ? $0.end : nil }
    }

    /// `15 000`, `1 234 567`
    private var thousandsEnd: Int? {
        let first = digitsEnd(from: index)
        guard first - index <= 3, input[index] != UInt8(ascii: "0") else { return nil }
        return groupsEnd(from: first, digits: 0) { $0 == 3 }.flatMap { $0.digits > 0 ? $0.end : nil }
    }

    /// Follows groups parted by one space each, as long as their lengths are accepted.
    private func groupsEnd(
        from start: Int, digits: Int, accepting: (Int) -> Bool,
    ) -> (end: Int, digits: Int)? {
        var end = start
        var total = digits
        while total < 15 {
            let separator = separatorLength(at: end)
            guard separator > 0 else { break }
            let groupEnd = digitsEnd(from: end + separator)
            let length = groupEnd - end - separator
            guard length > 0, accepting(length) else { break }
            total += length
            end = groupEnd
            // A telephone number ends here; what follows is another number.
            if total == 10, digits > 0, input[index] == UInt8(ascii: "0") { break }
        }
        return end > start ? (end, total) : nil
    }

    private func digitsEnd(from position: Int) -> Int {
        var end = position
        while let byte = byte(at: end), byte >= 0x30, byte <= 0x39 { end += 1 }
        return end
    }

    /// Bytes of the one space, of any width, at a position.
    private func separatorLength(at position: Int) -> Int {
        switch byte(at: position) {
        case 0x20: 1
        case 0xC2 where byte(at: position + 1) == 0xA0: 2
        case 0xE2 where byte(at: position + 1) == 0x80 && byte(at: position + 2) == 0xAF: 3
        default: 0
        }
    }
}
