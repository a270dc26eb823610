/// A place in an input file: where a fault is, or where a value came from.
///
/// Only the byte offset is kept. Reporters derive the line and the column (1-based, in Unicode scalars)
/// from the file's bytes when, and only when, a message is printed.
public struct SourceLocation: Hashable, Sendable {
    /// Path as a person would type it, relative to the project (`content/guides/elus/menaces.md`).
    public let file: String
    /// Offset in bytes from the start of the file; `nil` when the whole file is meant.
    public let offset: Int?
    /// Number of bytes to underline; 0 or 1 gives a single caret.
    public let length: Int
    /// The line, from 1, where no offset can tell it: what was read is packed in the file, or too far into it to be
    /// read again for a message.
    public let line: Int?

    public init(file: String, offset: Int? = nil, length: Int = 1) {
        self.file = file
        self.offset = offset
        self.length = length
        line = nil
    }

    /// - Parameter bytes: `nil` for the whole file.
    public init(file: String, bytes: Range<Int>?) {
        self.init(file: file, offset: bytes?.lowerBound, length: bytes?.count ?? 1)
    }

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
        offset = nil
        length = 1
    }
}
