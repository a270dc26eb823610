import Glibc

/// The lines that git leaves in a file where two versions of it could not be joined: `<<<<<<< `, `=======`, `>>>>>>> `.
public enum MergeMarkers {
    private static let opening = Array("<<<<<<< ".utf8)
    private static let closing = Array(">>>>>>> ".utf8)

    /// A line of seven signs alone is an underline; both ends make a conflict.
    static func fault(in bytes: [UInt8], file: String) -> Diagnostic? {
        guard let start = line(startingWith: opening, in: bytes, from: 0), let end = line(startingWith: closing, in: bytes, from: start)
        else { return nil }
        return .mergeUnfinished(
            at: SourceLocation(file: file, offset: start, length: length(ofLineAt: start, in: bytes)),
            end: SourceLocation(file: file, offset: end, length: length(ofLineAt: end, in: bytes)))
    }

    /// Whether a row of a table is one of these lines.
    public static func isOpening(_ row: some Collection<UInt8>) -> Bool { row.starts(with: opening) }

    private static func line(startingWith mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var search = start
        while search < bytes.count {
            let found = bytes.withUnsafeBytes { text in
                text.baseAddress.flatMap { base in
                    memchr(base + search, Int32(mark[0]), text.count - search).map { UnsafeRawPointer($0) - base }
                }
            }
            guard let found else { return nil }
            let startsLine = found == 0 || bytes[found - 1] == 0x0A || bytes[found - 1] == 0x0D
            if startsLine, bytes[found...].starts(with: mark) { return found }
            search = found + 1
        }
        return nil
    }

    private static func length(ofLineAt start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }.count
    }
}

extension Diagnostic {
    public static func mergeUnfinished(at location: SourceLocation, end: SourceLocation? = nil) -> Diagnostic {
        .error(
            .mergeUnfinished, at: location, "deux versions de ce passage se suivent : git n’a pas su les réunir",
            advice: "gardez la bonne, puis supprimez l’autre et les trois lignes « <<<<<<< », « ======= » et « >>>>>>> »",
            notes: end.map { [.init("l’autre version finit ici", at: $0)] } ?? [])
    }
}
