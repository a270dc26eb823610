import Glibc

/// The disk refused: the build cannot go on (exit status 3). Not for people's mistakes in what they wrote.
public struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, in French: `lire`, `écrire`, `créer`.
    public let operation: String
    public let path: String
    /// The value of `errno`.
    public let code: Int32

    /// - Parameter path: evaluated after `errno`, which making a text may change.
    public init(_ operation: String, _ path: @autoclosure () -> String, code: Int32 = errno) {
        self.operation = operation
        self.code = code
        self.path = path()
    }

    public var description: String {
        let elides = operation.first.map { "aeéèêiouyh".contains($0) } ?? false
        return "impossible \(elides ? "d’" : "de ")\(operation) « \(path) » : \(reason)"
    }

    /// Why, in French, as it follows a colon.
    public var reason: String {
        switch code {
        case ENOENT: "il n’existe pas"
        case EACCES, EPERM: "les droits ne le permettent pas"
        case ENOSPC: "le disque est plein"
        case EDQUOT: "le quota du disque est atteint"
        case EROFS: "le disque est en lecture seule"
        case EEXIST: "il existe déjà"
        case EISDIR: "c’est un dossier"
        case ENOTDIR: "ce n’est pas un dossier"
        case ENOTEMPTY: "il n’est pas vide"
        case ELOOP: "c’est un lien symbolique"
        case ENAMETOOLONG: "le nom est trop long"
        case EXDEV: "ce n’est pas le même disque"
        case EBUSY: "un disque y est monté"
        case ESTALE: "il a été remplacé entre-temps"
        case EINVAL: "ce n’est pas permis"
        case ENOSYS, EOPNOTSUPP: "ce système de fichiers ne sait pas le faire"
        case EMFILE, ENFILE: "trop de fichiers sont ouverts"
        case EIO: "le disque a une panne"
        default: String(cString: strerror(code))
        }
    }
}
