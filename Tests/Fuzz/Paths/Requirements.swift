import Diagnostics

/// Stops the process, and says why in a release too.
func require(_ holds: Bool, _ words: @autoclosure () -> String) {
    if !holds { fatalError(words()) }
}

extension FuzzPath {
    /// What holds for messages about any text: each has words, and a place that the text has.
    static func judge(_ diagnostics: [Diagnostic], about file: String, of length: Int) {
        for diagnostic in diagnostics {
            require(!diagnostic.message.isEmpty, "a message without words")
            for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
                guard let location, location.file == file, let offset = location.offset else { continue }
                require((0...length).contains(offset), "\(diagnostic.id) is at byte \(offset) of \(length)")
                require(location.length >= 0 && offset + location.length <= length + 1, "\(diagnostic.id) ends beyond the text")
            }
        }
    }

    /// The first line, and what follows it: inputs name there how the rest is to be read.
    static func split(_ bytes: [UInt8]) -> (name: String, rest: [UInt8]) {
        let end = bytes.prefix(40).firstIndex(of: 0x0A)
        guard let end else { return ("", bytes) }
        return (String(decoding: bytes[..<end], as: UTF8.self), Array(bytes[(end + 1)...]))
    }
}
