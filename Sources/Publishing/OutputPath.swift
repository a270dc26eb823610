import Files
import Glibc

/// The path of an output file below `public/`: `guides/elus/menaces/index.html`.
enum OutputPath {
    /// Written by publishing itself: no page may take their place.
    static let manifest = "build-manifest.json"
    static let gitignore = ".gitignore"

    /// Refuses what would leave the output folder or not be a file in it: an absolute path, a component that is
    /// empty, `.` or `..`, a NUL, a name of more than 255 bytes (`NAME_MAX` of every file system in use).
    static func check(_ path: String) throws(DiskError) {
        guard path != manifest, path != gitignore else { throw DiskError("écrire", path, code: EINVAL) }
        var length = 0
        var isDots = true
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                try endComponent(length, isDots, path)
                length = 0
                isDots = true
            case 0:
                throw DiskError("écrire", path, code: EINVAL)
            default:
                length += 1
                if byte != UInt8(ascii: ".") { isDots = false }
            }
        }
        try endComponent(length, isDots, path)
    }

    private static func endComponent(_ length: Int, _ isDots: Bool, _ path: String) throws(DiskError) {
        // The empty component counts as dots too.
        guard !isDots || length > 2 else { throw DiskError("écrire", path, code: EINVAL) }
        guard length <= 255 else { throw DiskError("écrire", path, code: ENAMETOOLONG) }
    }

    /// The folder of a path: `guides/elus` for `guides/elus/index.html`; `nil` at the root.
    static func parent(_ path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }
}
