/// Words to watch for, found by their bytes whatever their case: one look-up a word of the text, no string.
struct WordTable: Sendable {
    private struct Entry: Sendable {
        let bytes: [UInt8]
        let watch: Watch
        let value: UInt8
    }

    private var slots: [UInt16]
    private var entries: [Entry] = []
    private let mask: Int

    init(_ words: [(word: String, watch: Watch, value: UInt8)]) {
        var size = 64
        while size < words.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        for (word, watch, value) in words {
            let bytes = word.utf8.map { Self.fold[Int($0)] }
            entries.append(Entry(bytes: bytes, watch: watch, value: value))
            var slot = bytes.withUnsafeBufferPointer { hash($0, 0..<$0.count) }
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt16(entries.count)
        }
    }

    func find(_ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> (watch: Watch, value: UInt8)? {
        var slot = hash(text, place)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.bytes.count == place.count {
                var same = true
                for offset in 0..<place.count where Self.fold[Int(text[place.lowerBound + offset])] != entry.bytes[offset] {
                    same = false
                    break
                }
                if same { return (entry.watch, entry.value) }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func hash(_ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Int {
        let first = Int(Self.fold[Int(text[place.lowerBound])])
        let second = place.count > 1 ? Int(Self.fold[Int(text[place.lowerBound + 1])]) : 0
        let last = Int(Self.fold[Int(text[place.upperBound - 1])])
        let middle = Int(Self.fold[Int(text[place.lowerBound + place.count / 2])])
        return (place.count &* 37 &+ first &* 131 &+ second &* 31 &+ last &* 17 &+ middle &* 257) & mask
    }

    /// Capitals as small letters; of a letter with an accent the second byte alone differs.
    private static let fold: [UInt8] = (0...255).map { byte in
        (0x41...0x5A).contains(byte) || (0x80...0x9E).contains(byte) ? UInt8(byte + 0x20) : UInt8(byte)
    }
}
