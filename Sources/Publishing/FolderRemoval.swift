import CShims
import Files
import Glibc

/// Removes a folder with all that is in it, never following a link and never entering what is mounted in it.
enum FolderRemoval {
    /// - Parameters:
    ///   - name: of the folder, directly in the open folder `parent`.
    ///   - path: the same as a person would type it, for errors.
    static func remove(_ name: String, in parent: Int32, path: String) throws(DiskError) {
        try remove(Array(name.utf8CString), in: parent, path: path)
    }

    static func remove(_ name: [CChar], in parent: Int32, path: String) throws(DiskError) {
        guard crieur_is_mount_point(parent, name) != 1 else { throw DiskError("supprimer", path, code: EBUSY) }
        guard let folder = Descriptor(folder: name, in: parent) else {
            if errno == ENOENT { return }
            throw DiskError("supprimer", path)
        }
        for entry in try FolderListing(of: folder, named: path).entries {
            if !entry.isFolder {
                if unlinkat(folder.number, entry.bytes, 0) == 0 || errno == ENOENT { continue }
                // A file system that does not tell folders from files in its listings.
                guard errno == EISDIR else { throw DiskError("supprimer", "\(path)/\(entry.name)") }
            }
            try remove(entry.bytes, in: folder.number, path: "\(path)/\(entry.name)")
        }
        guard unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw DiskError("supprimer", path) }
    }
}

extension Descriptor {
    /// Opens a folder by the bytes of its name; `nil` with `errno` set where that fails or it is a link.
    init?(folder name: [CChar], in parent: Int32) {
        let number = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard number >= 0 else { return nil }
        self.init(adopting: number)
    }
}
