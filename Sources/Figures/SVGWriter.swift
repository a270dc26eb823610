/// Writes SVG elements as UTF-8, every text and attribute escaped.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []

    mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
        start(name, attributes)
        write(">")
    }

    mutating func close(_ name: String) { write("</\(name)>") }

    mutating func element(_ name: String, _ attributes: [(name: String, value: String)]) {
        start(name, attributes)
        write("/>")
    }

    /// - Parameters:
    ///   - x: where the text is anchored.
    ///   - y: of its base line.
    mutating func text(_ text: String, x: Int, y: Int, size: Int, weight: Int? = nil) {
        var attributes = [("x", "\(x)"), ("y", "\(y)"), ("font-size", "\(size)")]
        if let weight { attributes.append(("font-weight", "\(weight)")) }
        open("text", attributes)
        escape(text)
        close("text")
    }

    private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
        write("<")
        write(name)
        for (name, value) in attributes {
            write(" ")
            write(name)
            write("=\"")
            escape(value)
            write("\"")
        }
    }

    private mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Whole where nothing is to be escaped, as with nearly all there is.
    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { source in
            guard source.contains(where: Self.isSpecial) else { return bytes.append(contentsOf: source) }
            for byte in source {
                switch byte {
                case UInt8(ascii: "<"): write("&lt;")
                case UInt8(ascii: ">"): write("&gt;")
                case UInt8(ascii: "&"): write("&amp;")
                case UInt8(ascii: "\""): write("&quot;")
                default: bytes.append(byte)
                }
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
    }
}
