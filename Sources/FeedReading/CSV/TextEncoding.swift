/// How the bytes of a feed spell its letters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    /// What Excel and many office programs of administrations still write.
    /// Source: https://encoding.spec.whatwg.org/#windows-1252
    case windows1252 = "windows-1252"

    /// The text that `bytes` spell.
    func text(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8:
            return String(decoding: bytes, as: UTF8.self)
        case .windows1252:
            var text = String.UnicodeScalarView()
            for byte in bytes { text.append(Self.windows1252Scalar(byte)) }
            return String(text)
        }
    }

    private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? windows1252Upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F; the five bytes without a letter stand for the control characters of their number.
    private static let windows1252Upper: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}

/// What the bytes of a file tell about their encoding.
enum UTF8Check: Hashable {
    /// Any of the encodings, alike.
    case ascii
    /// Letters beyond ASCII, all of them well-formed UTF-8.
    case valid
    /// The offset of the first byte that is not UTF-8 (RFC 3629).
    case invalid(at: Int)

    init(_ bytes: Span<UInt8>) {
        var position = 0
        var isASCII = true
        let end = bytes.count
        while true {
            Self.skipASCII(bytes, &position)
            guard position < end else {
                self = isASCII ? .ascii : .valid
                return
            }
            isASCII = false
            guard let length = Self.length(of: bytes, at: position) else {
                self = .invalid(at: position)
                return
            }
            position += length
        }
    }

    /// Eight bytes at a time where they are there: nearly all bytes of a feed are ASCII.
    @inline(__always)
    private static func skipASCII(_ bytes: Span<UInt8>, _ position: inout Int) {
        bytes.withUnsafeBytes { bytes in
            while position + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                position += 8
            }
            while position < bytes.count, bytes[position] < 0x80 { position += 1 }
        }
    }

    /// Length of the well-formed sequence that starts with a byte of 0x80 or more; `nil` where there is none.
    private static func length(of bytes: Span<UInt8>, at position: Int) -> Int? {
        let length: Int
        let second: ClosedRange<UInt8>
        switch bytes[position] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[position + offset]) { return nil }
        return length
    }
}
