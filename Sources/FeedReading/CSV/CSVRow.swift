import Diagnostics

/// One row of a table. Fields are compared as bytes; text is made only where it is asked for.
/// Spaces and tabs around a value are no part of it.
struct CSVRow {
    let bytes: [UInt8]
    let encoding: TextEncoding
    let file: String
    var fields: [CSVField] = []
    /// Offset of the row in the file.
    var start = 0
    /// Line of the file, from 1.
    var line = 1

    init(bytes: [UInt8], encoding: TextEncoding, file: String) {
        self.bytes = bytes
        self.encoding = encoding
        self.file = file
    }

    func text(_ column: Int) -> String {
        let range = range(column)
        guard fields[column].hasDoubledQuotes else {
            return bytes.withUnsafeBufferPointer { encoding.text(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        var content: [UInt8] = []
        var isSecondQuote = false
        for byte in bytes[range] {
            isSecondQuote = byte == .quote && !isSecondQuote
            if !isSecondQuote { content.append(byte) }
        }
        return encoding.text(content)
    }

    func isEmpty(_ column: Int) -> Bool { range(column).isEmpty }

    /// Whether the value is exactly these ASCII letters.
    func equals(_ column: Int, _ letters: StaticString) -> Bool {
        let range = range(column)
        return range.count == letters.utf8CodeUnitCount && starts(range.lowerBound, letters)
    }

    /// Whether the value starts with these ASCII letters.
    func starts(_ column: Int, with letters: [UInt8]) -> Bool {
        let range = range(column)
        guard range.count >= letters.count else { return false }
        for (offset, letter) in letters.enumerated() where bytes[range.lowerBound + offset] != letter {
            return false
        }
        return true
    }

    /// The value's place in the file; where the value is empty, the place where it should stand.
    func location(_ column: Int) -> SourceLocation {
        let range = range(column)
        return SourceLocation(file: file, offset: range.lowerBound, length: max(range.count, 1))
    }

    /// Words of the value, parted by any of `separators`, each with its place in the file.
    func words(
        _ column: Int, separatedBy separators: [UInt8] = [.space],
    ) -> [(text: String, location: SourceLocation)] {
        let range = range(column)
        return bytes[range].split(whereSeparator: separators.contains).map { word in
            (
                encoding.text(word),
                SourceLocation(file: file, offset: word.startIndex, length: word.count)
            )
        }
    }

    private func range(_ column: Int) -> Range<Int> {
        var start = fields[column].start
        var end = fields[column].end
        while start < end, bytes[start] == .space || bytes[start] == .tab { start += 1 }
        while end > start, bytes[end - 1] == .space || bytes[end - 1] == .tab { end -= 1 }
        return start..<end
    }

    private func starts(_ position: Int, _ letters: StaticString) -> Bool {
        letters.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated() where bytes[position + offset] != letter {
                return false
            }
            return true
        }
    }
}
