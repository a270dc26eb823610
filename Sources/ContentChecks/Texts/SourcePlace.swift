/// Where words that were found in a typeset text stand in the file that it was written in.
enum SourcePlace {
    /// The first place from `start` on where the letters and digits of `words` follow one another; between them stand only
    /// spaces and signs. `nil` where the file has changed since.
    static func find(_ words: some Collection<UInt8>, in source: [UInt8], from start: Int) -> Range<Int>? {
        let pattern = words.filter(isSignificant)
        guard let first = pattern.first else { return nil }
        // Within a longer word only where it stands nowhere else.
        var within: Range<Int>?
        var place = max(0, start)
        while place < source.count {
            if source[place] == first, let end = end(of: pattern, in: source, at: place) {
                let found = place..<afterEuro(words, in: source, end)
                let isWhole = (place == 0 || !isSignificant(source[place - 1])) && (end == source.count || !isSignificant(source[end]))
                if isWhole { return found }
                if within == nil { within = found }
            }
            place += 1
        }
        return within
    }

    /// The sign of the euro is no letter, but belongs to the amount.
    private static func afterEuro(_ words: some Collection<UInt8>, in source: [UInt8], _ end: Int) -> Int {
        let euro: [UInt8] = [0xE2, 0x82, 0xAC]
        guard words.suffix(3).elementsEqual(euro) else { return end }
        let sign = source[end...].prefix(8).firstRange(of: euro)
        return sign?.upperBound ?? end
    }

    private static func end(of pattern: [UInt8], in source: [UInt8], at start: Int) -> Int? {
        var place = start
        var matched = 0
        var gap = 0
        while matched < pattern.count {
            guard place < source.count else { return nil }
            if source[place] == pattern[matched] {
                matched += 1
                gap = 0
            } else if isSignificant(source[place]) || gap >= 12 || source[place] == 0x0A && matched == 0 {
                return nil
            } else {
                gap += 1
            }
            place += 1
        }
        return place
    }

    /// Letters of ASCII and digits: what no typography changes.
    private static func isSignificant(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
