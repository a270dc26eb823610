/// A file's bytes, indexed by line: turns offsets into what a person reads.
public struct SourceText: Sendable {
    /// Both from 1; the column counts Unicode scalars.
    public struct Position: Hashable, Sendable {
        public let line: Int
        public let column: Int
    }

    private let bytes: [UInt8]
    /// Offset of each line's first byte. Lines end with LF or CR LF.
    private let lineStarts: [Int]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is no column.
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// An offset outside the text is taken to its nearest end.
    public func position(of offset: Int) -> Position {
        let line = lineIndex(of: offset)
        let start = lineStarts[line]
        let end = min(max(offset, start), bytes.count)
        return Position(line: line + 1, column: decoded(start..<end).unicodeScalars.count + 1)
    }

    /// The marked bytes as far as their first line goes, and at most `reach` bytes on each side of them.
    func excerpt(at offset: Int, length: Int, reach: Int) -> SourceExcerpt {
        let line = lineIndex(of: offset)
        let lineStart = lineStarts[line]
        let lineEnd = end(ofLine: line)
        let start = min(max(offset, lineStart), lineEnd)
        let end = min(start + max(0, length), lineEnd)
        let markedEnd = boundary(from: min(end, start + reach), down: start)
        let from = boundary(from: max(lineStart, start - reach), down: lineStart)
        let to = boundary(from: min(lineEnd, markedEnd + reach), down: markedEnd)
        return SourceExcerpt(
            before: decoded(from..<start), marked: decoded(start..<markedEnd), after: decoded(markedEnd..<to),
            isCutBefore: from > lineStart, isCutAfter: to < lineEnd)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func end(ofLine line: Int) -> Int {
        guard line + 1 < lineStarts.count else { return bytes.count }
        let end = lineStarts[line + 1] - 1
        return end > lineStarts[line] && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    /// The nearest start of a scalar at or before `offset`.
    private func boundary(from offset: Int, down least: Int) -> Int {
        var offset = offset
        while offset > least, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    private func decoded(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
