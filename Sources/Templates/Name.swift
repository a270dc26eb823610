/// A name that templates look up, with its hash computed once, so that a lookup compares integers.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// Of the text's UTF-8: the same in every process.
    let hash: UInt64

    public init(_ text: String) {
        self.text = text
        var text = text
        hash = text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
    }

    /// FNV-1a, but eight bytes at a time: pages build hundreds of names.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        var position = 0
        while position + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self), into: &hash)
            position += 8
        }
        var rest: UInt64 = 0
        while position < bytes.count {
            rest = rest << 8 | UInt64(bytes[position])
            position += 1
        }
        mix(rest, into: &hash)
        return hash
    }

    private static func mix(_ word: UInt64, into hash: inout UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public static func == (a: Name, b: Name) -> Bool {
        a.hash == b.hash && a.text == b.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}
