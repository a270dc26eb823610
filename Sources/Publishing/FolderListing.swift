import Files
import Glibc

/// What stands directly in a folder.
struct FolderListing {
    struct Entry {
        /// The bytes of the name with their final NUL: a stranger's name need not be UTF-8.
        let bytes: [CChar]
        /// `false` too where the file system does not say.
        let isFolder: Bool

        var name: String {
            String(decoding: bytes.dropLast().lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// Without `.` and `..`, in the order of the names' bytes.
    let entries: [Entry]

    init(of folder: borrowing Descriptor, named path: String) throws(DiskError) {
        // fdopendir takes its descriptor over, and shares the reading position with a duplicate: open it anew.
        let own = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = fdopendir(own) else { throw DiskError("lister", path) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { name in
                Array(name.bindMemory(to: CChar.self).prefix { $0 != 0 }) + [0]
            }
            if bytes == FolderListing.itself || bytes == FolderListing.above { continue }
            entries.append(Entry(bytes: bytes, isFolder: entry.pointee.d_type == DT_DIR))
        }
        guard errno == 0 else { throw DiskError("lister", path) }
        self.entries = entries.sorted { left, right in
            left.bytes.lexicographicallyPrecedes(right.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
        }
    }

    private static let itself: [CChar] = [0x2E, 0]
    private static let above: [CChar] = [0x2E, 0x2E, 0]
}
