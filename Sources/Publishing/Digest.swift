import CCrypto
import Files

/// A SHA-256 digest (FIPS 180-4), computed by OpenSSL.
///
/// Digests are ordered as their bytes are, which is also the order of their descriptions.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    // Four words read most significant byte first, so that comparing words compares bytes.
    private let words: SIMD4<UInt64>

    public static let byteCount = 32

    public init(of bytes: UnsafeRawBufferPointer) {
        self = Digest.filled { output in
            EVP_Digest(bytes.baseAddress, bytes.count, output, nil, Digest.algorithm, nil)
        }
    }

    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Digest(of: $0) }
    }

    /// The digest of a file's bytes: what `sha256sum` prints.
    public init(ofFile path: String) throws(DiskError) {
        let file = try Descriptor(opening: path)
        self = try file.digest(named: path)
    }

    /// Reads 64 hexadecimal digits in lower case, as `description` writes them.
    public init?(hex: some StringProtocol) {
        let digits = hex.utf8
        guard digits.count == 2 * Digest.byteCount else { return nil }
        var words = SIMD4<UInt64>()
        for (index, digit) in digits.enumerated() {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            words[index / 16] = words[index / 16] << 4 | UInt64(value)
        }
        self.words = words
    }

    /// 64 hexadecimal digits in lower case.
    public var description: String {
        var digits: [UInt8] = []
        append(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// The same, at the end of other bytes.
    func append(to text: inout [UInt8]) {
        let digits: StaticString = "0123456789abcdef"
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Digest.byteCount) { hexadecimal in
            for position in 0..<(2 * Digest.byteCount) {
                let value = words[position / 16] >> UInt64(60 - position % 16 * 4) & 15
                hexadecimal[position] = digits.utf8Start[Int(value)]
            }
            text.append(contentsOf: hexadecimal)
        }
    }

    public static func < (left: Digest, right: Digest) -> Bool {
        for index in 0..<4 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    /// Fetched once: looking the algorithm up costs as much as hashing a small page. OpenSSL never changes a
    /// fetched algorithm and lets all threads use it at once (EVP_MD_fetch(3)), hence `unsafe` is safe here.
    nonisolated(unsafe) static let algorithm: OpaquePointer? =
        EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()

    /// - Parameter compute: writes 32 bytes and returns 1, as OpenSSL's functions do. They fail only where
    ///   libcrypto is broken or memory is gone; a wrong digest would let a wrong file pass, so the program stops.
    static func filled(_ compute: (UnsafeMutablePointer<UInt8>) -> Int32) -> Digest {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { output in
            guard let start = output.baseAddress, compute(start) == 1 else {
                fatalError("libcrypto cannot compute SHA-256")
            }
            let words = UnsafeRawPointer(start).loadUnaligned(as: SIMD4<UInt64>.self)
            return Digest(words: SIMD4(
                words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian))
        }
    }

    private init(words: SIMD4<UInt64>) { self.words = words }
}
