/// What a byte of UTF-8 is to the scanner.
enum ByteClass: UInt8 {
    case other, space, line, letter, digit, stop, at
    /// First of two bytes: a no-break space, a guillemet, a degree.
    case pair
    /// First of three: a thin space, an apostrophe, a dash, the euro.
    case triple

    /// Of each byte; for good, so that a scanner can hold its address.
    nonisolated(unsafe) static let table: UnsafePointer<ByteClass> = {
        let table = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
        for byte in 0...255 { table[byte] = of(UInt8(byte)) }
        return UnsafePointer(table)
    }()

    private static func of(_ byte: UInt8) -> ByteClass {
        switch byte {
        case 0x0A: .line
        case 0x09, 0x20: .space
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: .letter
        case 0x21, 0x2E, 0x3A, 0x3B, 0x3F: .stop
        case 0x40: .at
        case 0xC2: .pair
        case 0xE2: .triple
        default: .other
        }
    }
}

/// A text to look around in; past its ends there are lines.
struct ScannedText {
    let start: UnsafePointer<UInt8>
    let count: Int
    private let classes = ByteClass.table

    /// `nil` for an empty text.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        self.start = start
        count = bytes.count
    }

    subscript(place: Int) -> UInt8 { start[place] }

    subscript(place: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start + place.lowerBound, count: place.count) }

    func byte(_ place: Int) -> UInt8 { UInt(bitPattern: place) < UInt(bitPattern: count) ? start[place] : 0x0A }

    func kind(_ place: Int) -> ByteClass { classes[Int(byte(place))] }

    /// Length of the space at a place, of whatever width; 0 where there is none.
    func space(_ place: Int) -> Int {
        switch byte(place) {
        case 0x20, 0x09: 1
        case 0xC2 where byte(place + 1) == 0xA0: 2
        case 0xE2 where byte(place + 1) == 0x80 && (byte(place + 2) == 0xAF || byte(place + 2) == 0x89): 3
        default: 0
        }
    }

    func afterSpaces(_ place: Int) -> Int {
        var place = place
        while true {
            let length = space(place)
            if length == 0 { return place }
            place += length
        }
    }

    /// The place after the word or the digits that start here.
    func endOfWord(_ start: Int) -> Int {
        var end = start
        while end < count {
            let kind = classes[Int(self.start[end])]
            guard kind == .letter || kind == .digit else { return end }
            end += 1
        }
        return end
    }

    func endOfDigits(_ start: Int) -> Int {
        var end = start
        while byte(end) &- 0x30 < 10 { end += 1 }
        return end
    }

    func isCapital(_ place: Int) -> Bool { byte(place) &- 0x41 < 26 }

    /// A capital, with or without an accent.
    func startsName(_ place: Int) -> Bool {
        isCapital(place) || (byte(place) == 0xC3 && (0x80...0x9E).contains(byte(place + 1)))
    }

    /// `°` or `º`.
    func degree(_ place: Int) -> Int { byte(place) == 0xC2 && (byte(place + 1) == 0xB0 || byte(place + 1) == 0xBA) ? 2 : 0 }

    func isEuro(_ place: Int) -> Bool { byte(place) == 0xE2 && byte(place + 1) == 0x82 && byte(place + 2) == 0xAC }
}
