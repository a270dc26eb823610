import CShims

/// One pass over one text. Bytes that need no change are copied in long runs; at each sign that may need one,
/// a rule looks at what stands around it.
///
/// What stands before is read from what was already written, so that a second pass sees what the first one saw.
struct TypographyPass {
    let input: UnsafeBufferPointer<UInt8>
    var output: [UInt8] = []
    /// The sign under examination.
    var index = 0
    /// `input` up to here is in `output`.
    var copied = 0
    var isQuoteOpen = false
    /// A straight quote was left as it is (`name="value"`): so is the next.
    var isRawQuoteOpen = false
    var isSingleQuoteOpen = false

    /// Start of this text in `output`.
    private var base = 0
    private let previous: UInt32?

    init(_ input: UnsafeBufferPointer<UInt8>, previous: UInt8?, tail: [UInt8]) {
        self.input = input
        self.previous = previous.map { byte in
            if byte < 0x80 { return UInt32(byte) }
            // Unknown: most often an accented letter.
            return tail.last == byte ? Self.lastScalar(of: tail) : 0xE9
        }
    }

    mutating func run(into target: inout [UInt8]) {
        guard let text = input.baseAddress else { return }
        swap(&output, &target)
        base = output.count
        while true {
            index = crieur_next_sign(text, index, input.count)
            guard index < input.count else { break }
            examine(input[index])
        }
        flush(to: input.count)
        swap(&output, &target)
    }

    /// `crieur_next_sign` knows the bytes that these signs start with.
    private mutating func examine(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"): apostrophe()
        case UInt8(ascii: "\""): straightQuote()
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): highPunctuation()
        case UInt8(ascii: ":"): colon()
        case UInt8(ascii: "."): fullStop()
        case UInt8(ascii: "-"): hyphen()
        case UInt8(ascii: "%"): unit(length: 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case UInt8(ascii: "M"), UInt8(ascii: "D"): courtesy()
        case 0xC2:
            switch self.byte(at: index + 1) {
            case 0xAB: openQuote(length: 2)
            case 0xBB: closeQuote(length: 2)
            case 0xB0: degree()
            default: index += 1
            }
        default:
            if self.byte(at: index + 1) == 0x82, self.byte(at: index + 2) == 0xAC {
                unit(length: 3)
            } else {
                index += 1
            }
        }
    }

    // MARK: Writing

    mutating func flush(to end: Int) {
        if copied < end { output.append(contentsOf: UnsafeBufferPointer(rebasing: input[copied..<end])) }
        copied = max(copied, end)
    }

    /// Writes `text` in place of a range of the input that ends after `copied`.
    mutating func replace(_ range: Range<Int>, with text: StaticString) {
        flush(to: range.lowerBound)
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        copied = range.upperBound
    }

    // MARK: Looking around

    func byte(at position: Int) -> UInt8? {
        position < input.count ? input[position] : nil
    }

    /// The scalar that starts at a position; `nil` at the end of the text.
    func scalar(at position: Int) -> UInt32? {
        guard let first = byte(at: position) else { return nil }
        if first < 0x80 { return UInt32(first) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return Self.decode(input[position..<min(position + length, input.count)])
    }

    /// The scalar that was written before a position, be it in an earlier text; `nil` at the paragraph's start.
    func scalar(before position: Int) -> UInt32? {
        if position > copied {
            var start = position - 1
            while start > copied, input[start] & 0xC0 == 0x80 { start -= 1 }
            return Self.decode(input[start..<position])
        }
        return output.count > base ? Self.lastScalar(of: output) : previous
    }

    /// Start of the ordinary spaces that end where the sign stands.
    var spacesStart: Int {
        var start = index
        while start > copied, input[start - 1] == 0x20 { start -= 1 }
        return start
    }

    func skippingSpaces(from position: Int) -> Int {
        var end = position
        while byte(at: end) == 0x20 { end += 1 }
        return end
    }

    private static func lastScalar(of bytes: [UInt8]) -> UInt32 {
        var start = bytes.count - 1
        while start > 0, bytes.count - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decode(bytes[start...])
    }

    private static func decode(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var value: UInt32 = 0
        for (place, byte) in bytes.enumerated() {
            switch (place, byte) {
            case (0, ..<0x80): value = UInt32(byte)
            case (0, ..<0xE0): value = UInt32(byte & 0x1F)
            case (0, ..<0xF0): value = UInt32(byte & 0x0F)
            case (0, _): value = UInt32(byte & 0x07)
            default: value = value << 6 | UInt32(byte & 0x3F)
            }
        }
        return value
    }
}
