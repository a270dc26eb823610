import CShims

/// The quick way through rows without surprises, nearly all of a feed's: 64 bytes at a time, by the bits that tell
/// where separators, quotes and line breaks stand.
///
/// A row goes this way when each of its fields is either bare or wholly between two quotes, with no quote inside:
/// then every separator and the line break mean what they seem to. `"a;b"`, `""` within a value, a lone CR, a NUL,
/// the last rows of a window: the exact way reads these.
extension CSVScanner {
    private static let blockLength = 64

    /// Reads the row at `position`; `false`, with the scanner where it was, when the exact way must be taken.
    ///
    /// `fields` must hold as many fields as the row has, or more: the row before has made them.
    mutating func nextPlain(in bytes: Span<UInt8>, fields: inout [CSVField]) -> Bool {
        guard bytes.count - position >= Self.blockLength else { return false }
        let row = bytes.withUnsafeBufferPointer { bytes in
            fields.withUnsafeMutableBufferPointer { Self.plainRow(bytes, from: position, separator, into: $0) }
        }
        guard let row, row.end - position <= Self.maximumRowLength else { return false }
        if row.fields < fields.count { fields.removeLast(fields.count - row.fields) }
        position = row.end
        line += 1
        return true
    }

    private static func plainRow(
        _ bytes: UnsafeBufferPointer<UInt8>, from rowStart: Int, _ separator: UInt8,
        into fields: UnsafeMutableBufferPointer<CSVField>,
    ) -> (fields: Int, end: Int)? {
        guard let base = bytes.baseAddress else { return nil }
        var start = rowStart
        var count = 0
        var quotes = 0
        var quotedFields = 0
        var endsWithCarriageReturn = false

        @inline(__always) func add(upTo end: Int) -> Bool {
            guard count < fields.count else { return false }
            if base[start] == .quote {
                guard end - start >= 2, base[end - 1] == .quote else { return false }
                quotedFields += 1
                fields[count] = CSVField(start: start + 1, end: end - 1)
            } else {
                fields[count] = CSVField(start: start, end: end)
            }
            count += 1
            start = end + 1
            return true
        }

        var blockStart = rowStart
        while blockStart <= bytes.count - blockLength {
            let block = crieur_csv_block_at(base + blockStart, separator)
            let lineFeed = block.line_feeds & (~block.line_feeds &+ 1)
            // All bits where the row does not end in this block.
            let row = lineFeed &- 1
            quotes += (block.quotes & row).nonzeroBitCount
            var odd = block.controls & ~block.separators & row
            if endsWithCarriageReturn, lineFeed != 1 { return nil }
            var separators = block.separators & row
            while separators != 0 {
                guard add(upTo: blockStart + separators.trailingZeroBitCount) else { return nil }
                separators &= separators &- 1
            }
            if lineFeed != 0 {
                let end = blockStart + lineFeed.trailingZeroBitCount
                if odd != 0, odd == lineFeed >> 1, base[end - 1] == .carriageReturn {
                    endsWithCarriageReturn = true
                    odd = 0
                }
                let contentEnd = endsWithCarriageReturn ? end - 1 : end
                // A blank line is no row.
                guard odd == 0, contentEnd > rowStart, add(upTo: contentEnd), quotes == 2 * quotedFields else {
                    return nil
                }
                return (count, end + 1)
            }
            if odd != 0 {
                guard odd == 1 << 63, base[blockStart + 63] == .carriageReturn else { return nil }
                endsWithCarriageReturn = true
            }
            blockStart += blockLength
        }
        return nil
    }
}
