import Diagnostics

/// One row of a table. Fields are compared as bytes; text is made only where it is asked for.
/// Spaces and tabs around a value are no part of it.
struct CSVRow {
    /// A window on the file: fields are ranges of it.
    var bytes: [UInt8]
    /// Offset of the window in the file.
    var windowStart = 0
    var encoding: TextEncoding
    let file: String
    /// Whether the bytes lie in the file as they are: places in it are then told to the byte, else by their line.
    let isPacked: Bool
    var fields: [CSVField] = []
    /// Offset of the row in the window.
    var start = 0
    /// Line of the file, from 1.
    var line = 1

    init(bytes: [UInt8], encoding: TextEncoding, file: String, isPacked: Bool = false) {
        self.bytes = bytes
        self.encoding = encoding
        self.file = file
        self.isPacked = isPacked
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
        return place(range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    }

    /// The row's place in the file, up to its last field.
    var location: SourceLocation { place(start..<max(fields.last?.end ?? 0, start + 1)) }

    /// The place in the file of a range of the window.
    func place(_ range: Range<Int>) -> SourceLocation {
        // Past this, a reporter would read too much again to show the line.
        let farthest = 64 << 20
        let offset = windowStart + range.lowerBound
        if isPacked || offset > farthest { return SourceLocation(file: file, line: line) }
        return SourceLocation(file: file, offset: offset, length: range.count)
    }

    /// Words of the value, parted by any of `separators`, each with its place in the file.
    func words(
        _ column: Int, separatedBy separators: [UInt8] = [.space],
    ) -> [(text: String, location: SourceLocation)] {
        let range = range(column)
        return bytes[range].split(whereSeparator: separators.contains).map { word in
            (
                encoding.text(word),
                place(word.startIndex..<word.endIndex)
            )
        }
    }

    func range(_ column: Int) -> Range<Int> {
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
