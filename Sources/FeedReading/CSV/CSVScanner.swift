/// Splits CSV bytes into rows, and rows into fields: RFC 4180 and what really occurs beside it.
///
/// Rows end with LF, CRLF or CR; a quoted field may hold line breaks, separators and doubled quotes; a quote inside
/// a field that does not start with one is an ordinary character; blank lines are skipped.
/// Every byte that has a meaning is ASCII, so that UTF-8 and Windows-1252 are split alike.
///
/// The scanner holds a position and no bytes. A caller that has the whole file hands it in with `isLast`; one that
/// reads through a window answers `.needsMoreBytes` by more bytes after those it has kept from `position` on:
///
///     scanner.discard(scanner.position)   // the window now starts with an unfinished row
public struct CSVScanner: Sendable {
    public enum Outcome: Sendable, Hashable {
        /// `fields` holds a row.
        case row
        /// A row that cannot be read; the scanner stands after it.
        case fault(CSVFault)
        /// The window ends inside a row; the scanner stands at its start.
        case needsMoreBytes
        case end
    }

    /// Past this length a row is a fault: no official file comes near it, and a forgotten quote must not swallow
    /// the rest of a file.
    public static let maximumRowLength = 1 << 20

    public let separator: UInt8
    /// Where the next row starts.
    public internal(set) var position: Int
    /// Line of the next row, from 1; line breaks inside quotes count.
    public internal(set) var line: Int
    /// Where the row that was read last starts.
    public private(set) var rowStart: Int
    /// Line on which the row that was read last starts.
    public private(set) var rowLine: Int
    /// Whether the rest of a line that is too long is still to be passed over.
    private var passesOver = false

    public init(separator: UInt8, position: Int = 0) {
        self.separator = separator
        self.position = position
        line = 1
        rowStart = position
        rowLine = 1
    }

    /// Tells the scanner that the caller has dropped the first `count` bytes of its window.
    public mutating func discard(_ count: Int) {
        position -= count
        rowStart -= count
    }

    /// Reads the next row into `fields`, whose storage is used again.
    public mutating func next(
        in bytes: Span<UInt8>, isLast: Bool = true, fields: inout [CSVField],
    ) -> Outcome {
        if passesOver, !passOver(bytes) { return isLast ? .end : .needsMoreBytes }
        while true {
            rowStart = position
            rowLine = line
            guard position < bytes.count else { return isLast ? .end : .needsMoreBytes }
            if nextPlain(in: bytes, fields: &fields) { return .row }
            fields.removeAll(keepingCapacity: true)
            var attempt = Attempt(position: position)
            switch attempt.run(bytes, isLast: isLast, separator: separator, fields: &fields) {
            case .unfinished:
                guard bytes.count - rowStart > Self.maximumRowLength else { return .needsMoreBytes }
                // A window need not grow further to tell that this is no row.
                if attempt.lineBreaks > 0 {
                    skipLine(bytes)
                    return .fault(CSVFault(.unclosedQuote, at: attempt.quote))
                }
                position = bytes.count
                passesOver = true
                return .fault(CSVFault(.rowTooLong, at: rowStart))
            case .unclosedQuote:
                skipLine(bytes)
                return .fault(CSVFault(.unclosedQuote, at: attempt.quote))
            case .finished:
                position = attempt.position
                line += attempt.lineBreaks
            }
            if let fault = attempt.fault { return .fault(fault) }
            if position - rowStart > Self.maximumRowLength {
                return .fault(CSVFault(.rowTooLong, at: rowStart))
            }
            let isBlank = fields.count == 1 && fields[0].start == rowStart && fields[0].end == rowStart
            if !isBlank { return .row }
        }
    }

    /// Looks for the end of a line that is too long; `false` where these bytes do not hold it.
    private mutating func passOver(_ bytes: Span<UInt8>) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == .lineFeed || byte == .carriageReturn {
                if byte == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed { position += 1 }
                line += 1
                passesOver = false
                return true
            }
        }
        return false
    }

    /// After a forgotten quote: the row is taken to end with its first line.
    private mutating func skipLine(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == .lineFeed { break }
            if byte == .carriageReturn {
                if position < bytes.count, bytes[position] == .lineFeed { position += 1 }
                break
            }
        }
        line += 1
    }
}

extension CSVScanner {
    /// One try at reading a row; kept apart so that a row may be tried again when more bytes have come.
    private struct Attempt {
        enum Result { case finished, unfinished, unclosedQuote }

        var position: Int
        var lineBreaks = 0
        /// Offset of the last opening quote.
        var quote = 0
        /// The first thing wrong with this row.
        var fault: CSVFault?

        init(position: Int) { self.position = position }

        // Nearly all bytes of a feed go through the two inner loops below, one comparison or two each:
        // whatever has a meaning in a quoted field is at most 0x22, in a bare one at most 0x0D or the separator.
        mutating func run(
            _ bytes: Span<UInt8>, isLast: Bool, separator: UInt8, fields: inout [CSVField],
        ) -> Result {
            let rowStart = position
            let end = bytes.count
            while true {
                if position < end, bytes[unchecked: position] == .quote {
                    quote = position
                    position += 1
                    let start = position
                    let breaksBefore = lineBreaks
                    var hasDoubledQuotes = false
                    quoted: while true {
                        while position < end, bytes[unchecked: position] > .quote { position += 1 }
                        guard position < end else { return isLast ? .unclosedQuote : .unfinished }
                        switch bytes[unchecked: position] {
                        case .quote:
                            guard position + 1 < end else {
                                if isLast { break quoted }
                                return .unfinished
                            }
                            guard bytes[unchecked: position + 1] == .quote else { break quoted }
                            hasDoubledQuotes = true
                            position += 1
                        case .lineFeed:
                            if position - rowStart > CSVScanner.maximumRowLength { return .unclosedQuote }
                            if bytes[unchecked: position - 1] != .carriageReturn { lineBreaks += 1 }
                        case .carriageReturn:
                            lineBreaks += 1
                        case 0:
                            note(.nulByte)
                        default:
                            break
                        }
                        position += 1
                    }
                    fields.append(
                        CSVField(start: start, end: position, hasDoubledQuotes: hasDoubledQuotes))
                    position += 1
                    if position < end {
                        let next = bytes[unchecked: position]
                        if next != separator, next != .lineFeed, next != .carriageReturn {
                            // A quote that was forgotten on one line is closed by the first quote of a later one.
                            if lineBreaks > breaksBefore { return .unclosedQuote }
                            note(.textAfterQuote)
                            skipBare(bytes, separator)
                        }
                    }
                } else {
                    let start = position
                    skipBare(bytes, separator)
                    fields.append(CSVField(start: start, end: position))
                }

                guard position < end else { return isLast ? finished() : .unfinished }
                let byte = bytes[unchecked: position]
                position += 1
                if byte == separator { continue }
                if byte == .carriageReturn {
                    guard position < end || isLast else { return .unfinished }
                    if position < end, bytes[unchecked: position] == .lineFeed { position += 1 }
                }
                return finished()
            }
        }

        /// To the separator or the line break that ends a bare field.
        @inline(__always)
        private mutating func skipBare(_ bytes: Span<UInt8>, _ separator: UInt8) {
            let end = bytes.count
            while true {
                while position < end {
                    let byte = bytes[unchecked: position]
                    guard byte > .carriageReturn, byte != separator else { break }
                    position += 1
                }
                guard position < end else { return }
                let byte = bytes[unchecked: position]
                if byte == separator || byte == .lineFeed || byte == .carriageReturn { return }
                if byte == 0 { note(.nulByte) }
                position += 1
            }
        }

        private mutating func note(_ kind: CSVFault.Kind) {
            if fault == nil { fault = CSVFault(kind, at: position) }
        }

        private mutating func finished() -> Result {
            lineBreaks += 1
            return .finished
        }
    }
}

extension UInt8 {
    static let quote: UInt8 = 0x22
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let tab: UInt8 = 0x09
    static let space: UInt8 = 0x20
    static let comma: UInt8 = 0x2C
    static let semicolon: UInt8 = 0x3B
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
}
