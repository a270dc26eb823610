import Files
import Glibc

/// An open file or folder, closed when its owner goes away.
struct Descriptor: ~Copyable {
    let number: Int32

    /// - Parameters:
    ///   - folder: the open folder that `path` is relative to.
    ///   - name: the path that an error shows, where it is another.
    init(
        opening path: String, in folder: Int32 = AT_FDCWD, _ flags: Int32 = O_RDONLY,
        named name: @autoclosure () -> String? = nil,
    ) throws(DiskError) {
        let number = openat(folder, path, flags | O_CLOEXEC, 0o666)
        guard number >= 0 else {
            let code = errno
            throw DiskError(flags & O_CREAT == 0 ? "ouvrir" : "créer", name() ?? path, code: code)
        }
        self.number = number
    }

    /// `nil`, with `errno` set, where the file cannot be opened.
    init?(ifPresent path: String, in folder: Int32, _ flags: Int32 = O_RDONLY) {
        let number = openat(folder, path, flags | O_CLOEXEC, 0o666)
        guard number >= 0 else { return nil }
        self.number = number
    }

    init(adopting number: Int32) { self.number = number }

    deinit { _ = Glibc.close(number) }

    /// Closes now, and hears of a write that failed late.
    consuming func close(named name: @autoclosure () -> String) throws(DiskError) {
        let result = Glibc.close(number)
        let code = errno
        discard self
        // Linux closes the file even where it reports an interruption.
        guard result == 0 || code == EINTR else { throw DiskError("écrire", name(), code: code) }
    }

    func status() -> stat? { Descriptor.status(of: number) }

    static func status(of number: Int32) -> stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }

    func write(_ bytes: UnsafeRawBufferPointer, named name: @autoclosure () -> String) throws(DiskError) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(number, start, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw DiskError("écrire", name())
            }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }

    /// Hands the bytes from here to the end of the file over in pieces, until `body` returns `false`.
    func read(named name: @autoclosure () -> String, _ body: (UnsafeRawBufferPointer) -> Bool) throws(DiskError) {
        let capacity = 1 << 16
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = Glibc.read(number, piece.baseAddress, capacity)
            if count < 0 {
                if errno == EINTR { continue }
                throw DiskError("lire", name())
            }
            if count == 0 || !body(UnsafeRawBufferPointer(rebasing: piece[..<count])) { return }
        }
    }

    func bytes(named name: @autoclosure () -> String) throws(DiskError) -> [UInt8] {
        var bytes: [UInt8] = []
        if let size = status()?.st_size { bytes.reserveCapacity(size) }
        try read(named: name()) { bytes.append(contentsOf: $0); return true }
        return bytes
    }

    func digest(named name: @autoclosure () -> String) throws(DiskError) -> Digest {
        var hasher = Digest.Hasher()
        try read(named: name()) { hasher.append($0); return true }
        return hasher.finalize()
    }

    /// The identity of this file if it is a regular one that holds exactly these bytes; `nil` if not, or if it
    /// cannot be read.
    func identity(ifHolding expected: UnsafeRawBufferPointer) -> FileIdentity? {
        guard let status = status(), status.isFile, status.st_size == expected.count else { return nil }
        var rest = expected
        do {
            try read(named: "") { piece in
                guard piece.count <= rest.count, let start = rest.baseAddress, let read = piece.baseAddress,
                    memcmp(start, read, piece.count) == 0
                else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
                return !rest.isEmpty
            }
        } catch {
            return nil
        }
        return rest.isEmpty ? FileIdentity(status) : nil
    }
}

/// What makes two paths the same file.
struct FileIdentity: Hashable {
    let device: dev_t
    let inode: ino_t

    init(_ status: stat) {
        device = status.st_dev
        inode = status.st_ino
    }

    /// Of what stands at this path itself, a link not being followed.
    init?(of path: String, in folder: Int32) {
        var status = stat()
        guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        self.init(status)
    }
}

extension stat {
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
