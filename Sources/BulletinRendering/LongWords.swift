/// Words too long for a column get places to be cut, so that they never run over the edge of the page.
enum LongWords {
    /// No French word is longer; an address may be.
    private static let longest = 40
    /// U+200B, a place to cut without a hyphen.
    private static let cut: [UInt8] = [0xE2, 0x80, 0x8B]

    /// Appends `text`, UTF-8, with a cut after every 40 characters without a space.
    static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        var run = 0
        for byte in text {
            let continues = byte & 0xC0 == 0x80
            if run >= longest, !continues, byte != 0x20 {
                output.append(contentsOf: cut)
                run = 0
            }
            output.append(byte)
            if byte == 0x20 { run = 0 } else if !continues { run += 1 }
        }
    }

    static func apply(_ text: String) -> String {
        var output: [UInt8] = []
        append(text.utf8, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
