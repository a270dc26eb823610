import Glibc

/// Reading from the disk, without Foundation: a file in one `read`, a folder's names in the order of their bytes.
public enum Files {
    /// The whole file.
    public static func read(_ path: String) throws(DiskError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError("lire", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskError("lire", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw DiskError("lire", path, code: EISDIR) }
        // One byte more than expected, so that a file that grows meanwhile is read to its end.
        let size = Int(status.st_size)
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: max(4096, size + 1)) { buffer, count in
            let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if read < 0 { failure = errno }
            count = max(0, read)
        }
        if failure != 0, failure != EINTR { throw DiskError("lire", path, code: failure) }
        // A file that had its size and no byte more is read to its end; anything else says itself where it ends.
        if status.st_mode & S_IFMT == S_IFREG, size > 0, bytes.count == size { return bytes }
        var filled = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: max(4096, filled)))
        while true {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw DiskError("lire", path)
            }
            if count == 0 { break }
            filled += count
            if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: filled)) }
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// The first bytes of a file, `length` at most.
    public static func start(of path: String, length: Int) throws(DiskError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError("lire", path) }
        defer { close(descriptor) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            let read = Glibc.read(descriptor, buffer.baseAddress, length)
            if read < 0 { failure = errno }
            count = max(0, read)
        }
        if failure != 0 { throw DiskError("lire", path, code: failure) }
        return bytes
    }

    public enum EntryKind: Sendable, Hashable {
        case file, folder, other
    }

    public struct Entry: Sendable, Hashable {
        public let name: String
        public let kind: EntryKind
    }

    /// What a folder holds, in the order of the names' bytes; links are followed.
    public static func entries(of folder: String) throws(DiskError) -> [Entry] {
        guard let stream = opendir(folder) else { throw DiskError("lire", folder) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = Glibc.readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let kind: EntryKind =
                switch Int(entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .folder
                default: Self.kind(of: "\(folder)/\(name)")
                }
            entries.append(Entry(name: name, kind: kind))
        }
        return entries.sorted { ByteOrder.precedes($0.name, $1.name) }
    }

    /// `other` for what does not exist.
    public static func kind(of path: String) -> EntryKind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    public static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Every file below `folder`, as paths relative to it, in the order of their bytes.
    /// Names that start with a dot are left out, and what is neither a file nor a folder; a link to nothing counts
    /// as a file, so that whoever reads it learns of it.
    public static func tree(below folder: String) throws(DiskError) -> [String] {
        var paths: [String] = []
        var waiting = [""]
        while let prefix = waiting.popLast() {
            for entry in try entries(of: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
                guard !entry.name.hasPrefix(".") else { continue }
                let path = prefix.isEmpty ? entry.name : "\(prefix)/\(entry.name)"
                switch entry.kind {
                case .file: paths.append(path)
                case .folder: waiting.append(path)
                case .other: if isLink("\(folder)/\(path)") { paths.append(path) }
                }
            }
        }
        return paths.sorted(by: ByteOrder.precedes)
    }
}
