/// Words to watch for, found by their bytes whatever their case: one look-up a word of the text, no string.
///
/// What it holds never changes, and lies where it can be read without counting references.
final class WordTable: @unchecked Sendable {
    private struct Entry {
        let start: Int32
        let count: Int32
        let watch: Watch
        let value: UInt8
    }

    private let slots: UnsafeMutablePointer<UInt16>
    private let entries: UnsafeMutablePointer<Entry>
    private let bytes: UnsafeMutablePointer<UInt8>
    private let mask: Int

    init(_ words: [(word: String, watch: Watch, value: UInt8)]) {
        var size = 64
        while size < words.count * 8 { size *= 2 }
        mask = size - 1
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        entries = .allocate(capacity: words.count)
        bytes = .allocate(capacity: words.reduce(0) { $0 + $1.word.utf8.count })
        var end = 0
        for (index, (word, watch, value)) in words.enumerated() {
            let start = end
            for byte in word.utf8 {
                bytes[end] = Self.folded(byte)
                end += 1
            }
            (entries + index).initialize(to: Entry(start: Int32(start), count: Int32(end - start), watch: watch, value: value))
            guard end > start else { continue }
            var slot = Self.hash(bytes + start, end - start) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt16(index + 1)
        }
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        bytes.deallocate()
    }

    func find(_ text: ScannedText, _ place: Range<Int>) -> (watch: Watch, value: UInt8)? {
        let word = text.start + place.lowerBound
        var slot = Self.hash(word, place.count) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if Int(entry.count) == place.count, isSame(word, as: entry) { return (entry.watch, entry.value) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isSame(_ word: UnsafePointer<UInt8>, as entry: Entry) -> Bool {
        let own = bytes + Int(entry.start)
        for offset in 0..<Int(entry.count) where Self.folded(word[offset]) != own[offset] { return false }
        return true
    }

    /// Capitals count as small letters: they differ by one bit, which is set.
    private static func hash(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let first = Int(word[0] | 0x20)
        let second = Int(word[count > 1 ? 1 : 0] | 0x20)
        let middle = Int(word[count / 2] | 0x20)
        let last = Int(word[count - 1] | 0x20)
        let mixed = first &* 0x9E37 &+ second &* 0x85EB &+ middle &* 0xC2B3 &+ last &* 0x27D5 &+ count &* 0x1657
        return mixed ^ (mixed >> 9)
    }

    /// Of a letter with an accent the second byte alone differs.
    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) || (0x80...0x9E).contains(byte) ? byte + 0x20 : byte
    }
}
