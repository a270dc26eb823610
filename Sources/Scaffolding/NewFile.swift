import Files

/// A file that is to be written, and that must not exist yet.
public struct NewFile: Sendable, Hashable {
    /// As the person who asked sees it: `content/guides/elus/menaces.md`.
    public let path: String
    public let bytes: [UInt8]

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Nothing is at its path: neither a file, nor a folder.
    var isFree: Bool { Files.kind(of: path) == .other }
}

/// What was asked for cannot be begun: wrong usage, told to whoever typed it.
public struct Refusal: Error, Sendable, Hashable {
    /// In French, without a final stop.
    public let message: String

    init(_ message: String) { self.message = message }
}
