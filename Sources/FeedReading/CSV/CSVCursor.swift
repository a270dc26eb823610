import Diagnostics
import Files
import Glibc

/// The rows of a feed, one after the other, through a window on its bytes: a file of any size takes no more memory
/// than its longest row, and a row that is too long for one is a fault.
struct CSVCursor {
    enum Event {
        /// `row` holds the next one.
        case row
        /// What keeps one row, or all that follow, from being read; the next call goes on or ends.
        case fault(Diagnostic)
        /// It will be read all the same.
        case remark(Diagnostic)
        case end
    }

    private static let windowLength = 1 << 18

    private(set) var row: CSVRow
    private(set) var dialect = CSVDialect(sniffing: [])
    /// What the file is written in, as far as it has been read; `nil` where it might be any.
    private(set) var encoding: TextEncoding?
    private let stream: FeedStream
    private let declared: TextEncoding?
    private let isDeclared: Bool
    private var scanner = CSVScanner(separator: .semicolon)
    /// The next row's, in turn with those of `row`.
    private var fields: [CSVField] = []
    /// Bytes of the window that are the file's.
    private var filled = 0
    /// Bytes of the window whose encoding has been looked at.
    private var checked = 0
    private var isLast = false
    /// Why no more bytes come.
    private var damage: FeedStream.Fault?
    private var isOver = false
    private var pending: [Event] = []

    /// - Parameters:
    ///   - encoding: what is known from an earlier pass.
    ///   - declared: what `feeds.yml` says.
    ///   - isDeclared: whether `feeds.yml` has an entry for the file, where an encoding can be told.
    init(
        _ stream: FeedStream, file: String, encoding: TextEncoding? = nil, declared: TextEncoding?,
        isDeclared: Bool, separator: UInt8?,
    ) throws(DiskError) {
        self.stream = stream
        self.encoding = encoding
        self.declared = declared
        self.isDeclared = isDeclared
        row = CSVRow(
            bytes: [UInt8](repeating: 0, count: Self.windowLength), encoding: declared ?? encoding ?? .utf8, file: file,
            isPacked: stream.isPacked)
        // The names of the columns, whole, however small the pieces that come.
        while !isLast, !isOver, damage == nil, filled < Self.windowLength / 2 { try refill() }
        dialect = CSVDialect(sniffing: row.bytes[..<filled], declared: separator)
        scanner = CSVScanner(separator: dialect.separator, position: dialect.start)
    }

    /// Whether the file holds nothing at all.
    var isEmpty: Bool { filled == 0 && isLast }

    mutating func next() throws(DiskError) -> Event {
        while true {
            if !pending.isEmpty { return pending.removeFirst() }
            if isOver { return .end }
            switch Self.next(&scanner, row.bytes, filled, isLast: isLast, &fields) {
            case .row:
                swap(&fields, &row.fields)
                row.start = scanner.rowStart
                row.line = scanner.rowLine
                return .row
            case .fault(let fault):
                row.line = scanner.rowLine
                return .fault(fault.diagnostic(at: row.place(fault.offset..<fault.offset + 1)))
            case .needsMoreBytes:
                if let damage {
                    stop(.archive(damage, file: row.file, line: scanner.line))
                } else {
                    try refill()
                }
            case .end:
                return .end
            }
        }
    }

    @inline(__always)
    private static func next(
        _ scanner: inout CSVScanner, _ bytes: borrowing [UInt8], _ filled: Int, isLast: Bool,
        _ fields: inout [CSVField],
    ) -> CSVScanner.Outcome {
        scanner.next(in: bytes.span.extracting(0..<filled), isLast: isLast, fields: &fields)
    }

    // MARK: The window

    private mutating func refill() throws(DiskError) {
        let used = scanner.position
        scanner.discard(used)
        row.windowStart += used
        row.bytes.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress, used > 0 else { return }
            memmove(base, base + used, filled - used)
        }
        filled -= used
        checked = max(0, checked - used)
        if filled > row.bytes.count / 2 { row.bytes += repeatElement(0, count: row.bytes.count) }
        let count = try Self.read(stream, into: &row.bytes, from: filled)
        filled += count
        // A row that is cut by a fault of the file is no row.
        if count == 0 { damage = stream.fault }
        isLast = count == 0 && damage == nil
        checkEncoding()
    }

    private static func read(
        _ stream: FeedStream, into bytes: inout [UInt8], from start: Int,
    ) throws(DiskError) -> Int {
        let result: Result<Int, DiskError> = bytes.withUnsafeMutableBytes { bytes in
            do throws(DiskError) {
                return .success(try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...])))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    // MARK: The encoding

    /// Looks at the lines that have come: what they are written in, unless it is known, and whether that holds.
    private mutating func checkEncoding() {
        let end = isLast ? filled : lastLineFeed()
        guard end > checked else { return }
        if row.windowStart == 0, checked == 0, TextFile.isUTF16(Array(row.bytes.prefix(min(2, filled)))) {
            stop(.utf16(at: row.place(0..<1)))
            return
        }
        if row.windowStart == 0, checked == 0, let foreign = ForeignFile(row.bytes.prefix(min(8, filled))) {
            stop(.foreignTable(foreign, file: row.file))
            return
        }
        let outcome = UTF8Check(row.bytes.span.extracting(checked..<end))
        defer { checked = end }
        switch outcome {
        case .ascii:
            break
        case .valid:
            if declared == .windows1252, encoding == nil {
                stop(.notWindows1252(row.file))
            } else if encoding == nil {
                encoding = .utf8
            }
        case .invalid(let offset):
            let place = row.place(checked + offset..<checked + offset + 1)
            if declared == .windows1252 || encoding == .windows1252 {
                encoding = .windows1252
            } else if declared == nil, encoding == nil {
                encoding = .windows1252
                row.encoding = .windows1252
                pending.append(.remark(.readAsWindows1252(at: place, isDeclared: isDeclared)))
            } else {
                stop(.notUTF8(at: place, isDeclared: isDeclared))
            }
        }
    }

    private mutating func stop(_ fault: Diagnostic) {
        isOver = true
        pending.append(.fault(fault))
    }

    /// Just past the last line break of the window; 0 where there is none.
    private func lastLineFeed() -> Int {
        var end = filled
        while end > 0, row.bytes[end - 1] != .lineFeed { end -= 1 }
        return end
    }
}
