/// Words too long for a column get places to be cut, so that they never run over the edge of the page.
enum LongWords {
    /// No French word is longer; an address may be.
    private static let longest = 40
    /// U+200B, a place to cut without a hyphen.
    private static let cut: [UInt8] = [0xE2, 0x80, 0x8B]

    /// Appends `text`, UTF-8, with a cut after so many characters without a space, a hyphen or a slash.
    static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8], longest: Int = longest) {
        var run = 0
        for byte in text {
            let continues = byte & 0xC0 == 0x80
            if run >= longest, !continues, !parts(byte) {
                output.append(contentsOf: cut)
                run = 0
            }
            output.append(byte)
            // A no-break space is two or three bytes that no letter begins with.
            if parts(byte) || (byte == 0xA0 && output.dropLast().last == 0xC2) { run = 0 } else if !continues { run += 1 }
        }
    }

    static func apply(_ text: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    static func apply(_ text: String, longest: Int = longest) -> String {
        var output: [UInt8] = []
        append(text.utf8, to: &output, longest: longest)
        return String(decoding: output, as: UTF8.self)
    }

    private static func parts(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
}
