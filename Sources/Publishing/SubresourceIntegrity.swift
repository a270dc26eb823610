import CCrypto

/// What a page asks of the bytes of a style sheet or a script, so that a browser refuses any others.
/// Source: https://www.w3.org/TR/SRI/
public enum SubresourceIntegrity {
    /// `sha384-…`: SHA-384 (FIPS 180-4), in Base64.
    public static func value(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 48)
        let isDone = bytes.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha384(), nil) }
        // As for SHA-256: a wrong value would let a wrong file pass.
        guard isDone == 1 else { fatalError("libcrypto cannot compute SHA-384") }
        return "sha384-" + base64(digest)
    }

    /// Of whole groups of three bytes, which need no padding.
    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
            for shift in [18, 12, 6, 0] { text.append(digits[group >> shift & 63]) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
