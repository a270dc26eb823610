import Glibc

extension DiskError {
    /// No such file.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The path or its rights are at fault, which a person mends; anything else is the disk's.
    public var isAboutThePath: Bool {
        isMissing || [EACCES, EPERM, EISDIR, ENAMETOOLONG, ELOOP].contains(code)
    }
}
