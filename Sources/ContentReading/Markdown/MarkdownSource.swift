import Glibc
import SiteModel

/// A Markdown body made ready for libcmark-gfm, which knows no directives.
///
/// Lines that start with `:::` become comments that stand alone as blocks, remembered by their line number;
/// an escaped colon `\:` becomes a stand-in of the same length, so that it can start no directive.
/// Line numbers do not move, nor columns outside the fence lines.
struct MarkdownSource {
    /// Stands for `\:`: U+0091, a control character that no text holds.
    static let escapedColon: [UInt8] = [0xC2, 0x91]
    private static let fenceStandIn = Array("<!--:::-->".utf8)

    struct Fence {
        let kind: DirectiveSyntax.Fence
        /// Byte offset in the body, and length of the line.
        let offset: Int
        let length: Int
        /// Signs before it, where it does not stand at the margin as it should.
        let indent: Int
    }

    /// What libcmark-gfm parses.
    let bytes: ArraySlice<UInt8>
    /// Byte offset in the original body of each line, from line 1 at index 0.
    let lineStarts: [Int]
    /// By line number, from 1.
    let fences: [Int: Fence]
    let hasEscapedColons: Bool

    init(body: ArraySlice<UInt8>) {
        var scan = Scan(body)
        body.withUnsafeBufferPointer { scan.lines(of: $0) }
        lineStarts = scan.lineStarts
        fences = scan.fences
        hasEscapedColons = !scan.escapes.isEmpty
        bytes =
            fences.isEmpty && scan.escapes.isEmpty
            ? body : Self.rewritten(body, lineStarts: lineStarts, fences: fences, escapes: scan.escapes)
    }

    private static func rewritten(
        _ body: ArraySlice<UInt8>, lineStarts: [Int], fences: [Int: Fence], escapes: [Int],
    ) -> ArraySlice<UInt8> {
        var copy = Array(body)
        for at in escapes {
            copy.replaceSubrange((at - body.startIndex)..<(at - body.startIndex + 2), with: escapedColon)
        }
        // From the last line up, so that earlier offsets stay right.
        for line in fences.keys.sorted(by: >) {
            guard let fence = fences[line] else { continue }
            copy.replaceSubrange(fence.offset..<(fence.offset + fence.length), with: fenceStandIn)
        }
        return copy[...]
    }
}

/// One reading of the lines, before libcmark-gfm's.
private struct Scan {
    private let body: ArraySlice<UInt8>
    private(set) var lineStarts: [Int] = []
    private(set) var fences: [Int: MarkdownSource.Fence] = [:]
    /// Indices in the body.
    private(set) var escapes: [Int] = []
    private var openCode: (mark: UInt8, count: Int)?

    init(_ body: ArraySlice<UInt8>) {
        self.body = body
        lineStarts.reserveCapacity(body.count / 32)
    }

    /// `text`: the bytes of the body.
    mutating func lines(of text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        let hasReturns = Self.place(of: 0x0D, in: text, from: 0) != nil
        var start = 0
        while start < text.count {
            lineStarts.append(start)
            var end = Self.place(of: 0x0A, in: text, from: start) ?? text.count
            // To libcmark-gfm, a return alone ends a line too.
            if hasReturns, let alone = Self.place(of: 0x0D, in: text, from: start), alone + 1 < end || end == text.count { end = alone }
            // Few lines start a fence: most need no second look.
            switch base[start] {
            case 0x20, 0x09, 0x60, 0x7E, 0x3A: examine(start..<(end > start && base[end - 1] == 0x0D ? end - 1 : end))
            default: break
            }
            start = end + 1
        }
        var backslash = Self.place(of: 0x5C, in: text, from: 0)
        while let at = backslash, at + 1 < text.count {
            if text[at + 1] == 0x3A { escapes.append(body.startIndex + at) }
            // The byte after a backslash is escaped, so a second backslash does not escape in its turn.
            backslash = Self.place(of: 0x5C, in: text, from: at + 2)
        }
    }

    private mutating func examine(_ range: Range<Int>) {
        let line = body[(body.startIndex + range.lowerBound)..<(body.startIndex + range.upperBound)]
        if let fence = Self.codeFence(line) {
            if let open = openCode {
                if fence.mark == open.mark, fence.count >= open.count, fence.isBare { openCode = nil }
            } else {
                openCode = (fence.mark, fence.count)
            }
        } else if openCode == nil {
            let written = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard written.starts(with: [0x3A, 0x3A, 0x3A]) else { return }
            fences[lineStarts.count] = MarkdownSource.Fence(
                kind: DirectiveSyntax.fence(written), offset: range.lowerBound, length: line.count,
                indent: line.count - written.count)
        }
    }

    private static func place(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress, start < text.count else { return nil }
        let found = memchr(base + start, Int32(byte), text.count - start)
        return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    }

    /// ``` or ~~~ after at most three spaces.
    private static func codeFence(_ line: ArraySlice<UInt8>) -> (mark: UInt8, count: Int, isBare: Bool)? {
        var position = line.startIndex
        while position < line.endIndex, position < line.startIndex + 3, line[position] == 0x20 { position += 1 }
        guard position < line.endIndex, line[position] == 0x60 || line[position] == 0x7E else { return nil }
        let mark = line[position]
        let start = position
        while position < line.endIndex, line[position] == mark { position += 1 }
        let count = position - start
        guard count >= 3 else { return nil }
        let rest = line[position...]
        // A line such as ```code``` is a code span.
        if mark == 0x60, rest.contains(0x60) { return nil }
        return (mark, count, rest.allSatisfy { $0 == 0x20 || $0 == 0x09 })
    }
}
