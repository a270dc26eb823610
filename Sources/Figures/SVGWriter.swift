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
    ///   - size: and `weight`: of the font, where they are not those of what holds the text.
    mutating func text(_ text: String, x: Int, y: Int, size: Int? = nil, weight: Int? = nil) {
        begin("text")
        attribute("x", x)
        attribute("y", y)
        if let size { attribute("font-size", size) }
        if let weight { attribute("font-weight", weight) }
        put(">")
        escape(text)
        put("</text>")
    }

    // MARK: - Piece by piece, for what is drawn by the thousand

    /// The start of an element, whose attributes follow, then `end`.
    mutating func begin(_ name: StaticString) {
        put("<")
        put(name)
    }

    /// - Parameter fraction: what follows the number: `.5`.
    mutating func attribute(_ name: StaticString, _ value: Int, fraction: StaticString = "") {
        put(" ")
        put(name)
        put("=\"")
        write(value)
        put(fraction)
        put("\"")
    }

    /// A value in which nothing is to be escaped.
    mutating func attribute(_ name: StaticString, _ value: StaticString) {
        put(" ")
        put(name)
        put("=\"")
        put(value)
        put("\"")
    }

    /// The end of an element that holds nothing.
    mutating func end() { put("/>") }

    private mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ number: Int) {
        if (0..<10).contains(number) { return bytes.append(0x30 + UInt8(number)) }
        if (10..<100).contains(number) {
            bytes.append(0x30 + UInt8(number / 10))
            return bytes.append(0x30 + UInt8(number % 10))
        }
        write("\(number)")
    }

    private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
        put("<")
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
