import CShims
import Files
import Glibc

/// The site before the published one, kept beside it to make the next one from.
///
/// Most builds change few pages, and making and removing folders costs far more than naming a file: bringing this
/// tree up to date takes 20 µs of CPU a page; a new tree, and the removal of the old one, 90 on ext4 with a journal
/// and 250 without. Nothing in it is trusted: a file stays only if it is the published file itself, the same inode,
/// and that was compared with what the build made.
struct SpareTree: ~Copyable {
    let root: Descriptor
    private let path: String

    /// `nil` if there is none, or another build has it.
    init?(_ name: StagingName, in parent: Int32, path: String) {
        guard let root = Descriptor(ifPresent: name.name, in: parent, O_DIRECTORY | O_NOFOLLOW),
            StagingFolder.lock(root)
        else { return nil }
        self.root = root
        self.path = path
    }

    /// Removes all that is not a file of the next site as it was published, and returns the paths of those that
    /// are.
    func purge(keeping files: [String: StagedFile]) throws(DiskError) -> Set<String> {
        var right: Set<String> = []
        _ = try SpareTree.purge(root, prefix: "", path: path, keeping: files, &right)
        return right
    }

    /// Returns whether the folder is of use to the next site.
    private static func purge(
        _ folder: borrowing Descriptor, prefix: String, path: String, keeping files: [String: StagedFile],
        _ right: inout Set<String>,
    ) throws(DiskError) -> Bool {
        var isUseful = false
        for entry in try FolderListing(of: folder, named: path).entries {
            let file = prefix + entry.name
            if entry.isFolder {
                guard crieur_is_mount_point(folder.number, entry.bytes) != 1,
                    let inner = Descriptor(folder: entry.bytes, in: folder.number)
                else { throw DiskError("ouvrir", "\(path)/\(entry.name)", code: EBUSY) }
                if try purge(inner, prefix: file + "/", path: "\(path)/\(entry.name)", keeping: files, &right) {
                    isUseful = true
                } else if unlinkat(folder.number, entry.bytes, AT_REMOVEDIR) != 0 {
                    throw DiskError("supprimer", "\(path)/\(entry.name)")
                }
                continue
            }
            if let staged = files[file] {
                // Its folder stays in any case.
                isUseful = true
                if let published = staged.published,
                    FileIdentity(of: entry.name, in: folder.number) == published
                {
                    right.insert(file)
                    continue
                }
            }
            // Even where a new file will be put in its place: renaming over a file makes ext4 wait for the disk.
            guard unlinkat(folder.number, entry.bytes, 0) == 0 else {
                throw DiskError("supprimer", "\(path)/\(entry.name)")
            }
        }
        return isUseful
    }
}
