import Files
import Glibc

/// Puts files into a tree of folders that is not published yet, making folders as they are needed.
/// Any number of tasks may do so at once.
struct SiteFolder {
    /// The open root of the tree.
    let root: Int32
    /// The output folder as a person would type it: an error shows where a file was to be published.
    let path: String

    func named(_ file: String) -> String { "\(path)/\(file)" }

    /// Writes a file that must not exist yet.
    func create(_ file: String, _ bytes: UnsafeRawBufferPointer) throws(DiskError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        // A page lies in a folder of its own, most likely a new one.
        if file.hasSuffix("/index.html") { try makeFolders(for: file) }
        if let descriptor = Descriptor(ifPresent: file, in: root, flags) {
            return try fill(descriptor, bytes, file)
        }
        if errno == ENOENT { try makeFolders(for: file) }
        try fill(Descriptor(opening: file, in: root, flags, named: named(file)), bytes, file)
    }

    private func fill(
        _ descriptor: consuming Descriptor, _ bytes: UnsafeRawBufferPointer, _ file: String,
    ) throws(DiskError) {
        try descriptor.write(bytes, named: named(file))
        try descriptor.close(named: named(file))
    }

    /// Gives a file of another folder a second name here. Where the file system refuses (another disk, a file of
    /// another owner, too many names), copies it.
    func link(_ source: String, in folder: Int32, to file: String) throws(DiskError) {
        if linkat(folder, source, root, file, 0) == 0 { return }
        if errno == ENOENT {
            try makeFolders(for: file)
            if linkat(folder, source, root, file, 0) == 0 { return }
        }
        switch errno {
        case EXDEV, EPERM, EACCES, EMLINK, EOPNOTSUPP:
            let copied = try Descriptor(opening: source, in: folder, O_NOFOLLOW).bytes(named: source)
            try copied.span.bytes.withUnsafeBytes { bytes throws(DiskError) in try create(file, bytes) }
        case let code:
            throw DiskError("relier", named(file), code: code)
        }
    }

    /// Takes a file, which must not exist here, from the same path below another folder.
    func take(_ file: String, from folder: Int32) throws(DiskError) {
        if renameat(folder, file, root, file) == 0 { return }
        if errno == ENOENT {
            try makeFolders(for: file)
            if renameat(folder, file, root, file) == 0 { return }
        }
        throw DiskError("renommer", named(file))
    }

    private func makeFolders(for file: String) throws(DiskError) {
        guard let folder = OutputPath.parent(file) else { return }
        if mkdirat(root, folder, 0o777) == 0 || errno == EEXIST { return }
        if errno == ENOENT {
            try makeFolders(for: folder)
            // Another task may have made it meanwhile.
            if mkdirat(root, folder, 0o777) == 0 || errno == EEXIST { return }
        }
        throw DiskError("créer", named(folder))
    }
}
