/// Why a row cannot be split into fields. The rows after it are read all the same.
public struct CSVFault: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A NUL byte: the file is damaged, or not a text (UTF-16).
        case nulByte
        /// A quote that opens a field and is not closed.
        case unclosedQuote
        /// Something other than a separator after a closing quote.
        case textAfterQuote
        /// More bytes than `CSVScanner.maximumRowLength`.
        case rowTooLong
    }

    public let kind: Kind
    /// Offset of the byte at fault.
    public let offset: Int

    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}
