/// A name that templates look up, with its hash computed once, so that a lookup compares integers.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    /// FNV-1a, 64 bits, of the text's UTF-8: the same in every process.
    let hash: UInt64

    public init(_ text: String) {
        self.text = text
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        self.hash = hash
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
