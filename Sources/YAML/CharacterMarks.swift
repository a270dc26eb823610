/// Turns libyaml's marks, which count characters from 0, into byte offsets.
///
/// Marks come almost in order, so one cursor that walks a little in either direction passes over the text once.
struct CharacterMarks {
    private let text: UnsafeBufferPointer<UInt8>
    private var character = 0
    private var byte = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// Bytes from the start of the text to its character `mark`.
    mutating func byteOffset(of mark: Int) -> Int {
        while character < mark, byte < text.count {
            byte += 1
            while byte < text.count, Self.continues(text[byte]) { byte += 1 }
            character += 1
        }
        while character > mark, byte > 0 {
            byte -= 1
            while byte > 0, Self.continues(text[byte]) { byte -= 1 }
            character -= 1
        }
        return byte
    }

    private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
