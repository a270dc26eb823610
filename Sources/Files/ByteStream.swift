import Glibc

/// Bytes handed out piece by piece, of a file or of an array: a file of any size takes no more memory than a piece.
public final class ByteStream {
    private enum Origin {
        case file(descriptor: Int32, path: String)
        case bytes(ArraySlice<UInt8>)
    }

    private var origin: Origin

    public init(file path: String) throws(DiskError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError("lire", path) }
        origin = .file(descriptor: descriptor, path: path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskError("lire", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw DiskError("lire", path, code: EISDIR) }
    }

    public init(_ bytes: [UInt8]) { origin = .bytes(bytes[...]) }

    deinit {
        if case .file(let descriptor, _) = origin { close(descriptor) }
    }

    /// Fills `buffer` from its start, as far as bytes are at hand; gives how many came, 0 at the end only.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        switch origin {
        case .file(let descriptor, let path):
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count >= 0 { return count }
                if errno != EINTR { throw DiskError("lire", path) }
            }
        case .bytes(let bytes):
            let piece = bytes.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            origin = .bytes(bytes.dropFirst(piece.count))
            return piece.count
        }
    }
}
