/// What stands beside a cached PDF: what it must be, and what its typesetting reported.
///
/// The file is one line of text, with a digest of all the rest, then the reported bytes.
struct CacheRecord: Hashable {
    let sha256: Digest
    let size: Int
    let content: [UInt8]

    private static let signature = "crieur-pdf 1"

    init(sha256: Digest, size: Int, content: [UInt8]) {
        self.sha256 = sha256
        self.size = size
        self.content = content
    }

    /// `nil` if these bytes are not exactly what `sealed()` wrote.
    init?(sealed bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 5, let sha256 = Digest(hex: words[2]), let size = Int(words[3]) else { return nil }
        self.init(sha256: sha256, size: size, content: Array(bytes[(end + 1)...]))
        guard sealed() == bytes else { return nil }
    }

    func sealed() -> [UInt8] {
        var hasher = Digest.Hasher()
        hasher.combine(sha256)
        hasher.combine(size)
        hasher.combine(content)
        return Array("\(CacheRecord.signature) \(sha256) \(size) \(hasher.finalize())\n".utf8) + content
    }
}
