import Glibc

/// The disk refused: the build cannot go on (exit status 3). Not for people's mistakes in what they wrote.
public struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, in French: `lire`, `écrire`, `créer`.
    public let operation: String
    public let path: String
    /// The value of `errno`.
    public let code: Int32

    public init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    public var description: String { "impossible de \(operation) « \(path) » : \(reason)" }

    private var reason: String {
        switch code {
        case ENOENT: "il n’existe pas"
        case EACCES, EPERM: "les droits ne le permettent pas"
        case ENOSPC: "le disque est plein"
        case EDQUOT: "le quota du disque est atteint"
        case EROFS: "le disque est en lecture seule"
        case EISDIR: "c’est un dossier"
        case ENOTDIR: "ce n’est pas un dossier"
        case ENAMETOOLONG: "le nom est trop long"
        case EXDEV: "ce n’est pas le même disque"
        case EMFILE, ENFILE: "trop de fichiers sont ouverts"
        case EIO: "le disque a une panne"
        default: String(cString: strerror(code))
        }
    }
}
