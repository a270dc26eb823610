import Files
import Glibc

/// A folder beside the output, locked for as long as this process works in it.
///
/// The lock (flock(2)) tells a build at work from one that was killed: the kernel releases it with the process,
/// and it holds between containers that share the disk, where a process number says nothing.
struct StagingFolder: ~Copyable {
    let name: String
    /// As a person would type it.
    let path: String
    let root: Descriptor
    /// The permissions that the system gives a new folder here.
    let mode: mode_t

    /// Makes an empty folder that only its owner can enter: what is in it is not published yet.
    init(for output: String, in parent: Int32, path parentPath: String) throws(DiskError) {
        var attempt = 0
        while true {
            let name = StagingName(for: output, process: getpid(), attempt: attempt).name
            let path = parentPath.isEmpty ? name : parentPath + name
            attempt += 1
            guard mkdirat(parent, name, 0o777) == 0 else {
                if errno == EEXIST { continue }
                throw DiskError("créer", path)
            }
            let root = try Descriptor(opening: name, in: parent, O_DIRECTORY | O_NOFOLLOW, named: path)
            guard let status = root.status() else { throw DiskError("ouvrir", path) }
            // Another build that cleans up at this very moment may take the new folder for a stale one.
            guard StagingFolder.lock(root), FileIdentity(of: name, in: parent) == FileIdentity(status) else { continue }
            guard fchmod(root.number, 0o700) == 0 else { throw DiskError("créer", path) }
            self.name = name
            self.path = path
            self.root = root
            mode = status.st_mode & 0o7777
            return
        }
    }

    /// Whether the folder could be locked, or locks do not exist on its file system.
    static func lock(_ folder: borrowing Descriptor) -> Bool {
        flock(folder.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }
}
