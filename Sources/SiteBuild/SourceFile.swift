import Diagnostics
import Files

/// A file that a person put in the project.
enum SourceFile {
    /// Its bytes; `nil`, with a diagnostic, where the file is closed to the reader or a link to nothing. Throws where
    /// the disk fails.
    static func read(_ path: String, into diagnostics: inout [Diagnostic]) throws(DiskError) -> [UInt8]? {
        do {
            return try Files.read(path)
        } catch where error.isAboutThePath {
            diagnostics.append(
                .error(
                    .fileUnreadable, at: SourceLocation(file: path), "le fichier ne peut pas être lu : \(error.reason)",
                    advice: "vérifiez que c’est un vrai fichier et que vous avez le droit de le lire, ou supprimez-le"))
            return nil
        }
    }
}
