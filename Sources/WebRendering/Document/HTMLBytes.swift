import Templates

/// Escaping for HTML, byte by byte, into a growing buffer.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Text or an attribute's value: `&`, `<`, `>` and `"` become references.
    mutating func appendEscaped(_ bytes: some Sequence<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { append(escaping: $0) }
        if isDone == nil { Swift.Array(bytes).withUnsafeBufferPointer { append(escaping: $0) } }
    }

    /// An address in an attribute: what a URL may not hold is percent-encoded.
    mutating func appendAddress(_ address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"),
                UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(Self.hexadecimal[Int(byte >> 4)])
                append(Self.hexadecimal[Int(byte & 0xF)])
            }
        }
    }

    mutating func appendDecimal(_ number: some BinaryInteger) {
        append(contentsOf: String(number).utf8)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
