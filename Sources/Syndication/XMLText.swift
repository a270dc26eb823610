/// Text → XML 1.0: marks escaped for texts and quoted values alike; characters that XML does not have are left out.
/// Source: https://www.w3.org/TR/xml/#charsets
enum XMLText {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            for (place, byte) in utf8.enumerated() {
                switch byte {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                case UInt8(ascii: ">"): bytes += "&gt;".utf8
                case UInt8(ascii: "\""): bytes += "&quot;".utf8
                case 0x09, 0x0A, 0x0D: bytes += "&#\(byte);".utf8
                case ..<0x20: break
                case 0x7F...: if !isForbidden(utf8, around: place) { bytes.append(byte) }
                default: bytes.append(byte)
                }
            }
        }
    }

    /// Whether the byte is one of U+FFFE's or U+FFFF's: EF BF BE, EF BF BF.
    private static func isForbidden(_ utf8: UnsafeBufferPointer<UInt8>, around place: Int) -> Bool {
        for start in max(0, place - 2)...place where start + 2 < utf8.count {
            if utf8[start] == 0xEF, utf8[start + 1] == 0xBF, utf8[start + 2] >= 0xBE { return true }
        }
        return false
    }
}
