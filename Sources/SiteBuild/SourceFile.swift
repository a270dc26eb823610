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
            let place = SourceLocation(file: path)
            if error.isMissing, !Files.isLink(path) {
                diagnostics.append(
                    .error(
                        .fileUnreadable, at: place, "le fichier a disparu pendant la lecture",
                        advice: "relancez la commande quand plus personne ne change ces fichiers"))
                return nil
            }
            diagnostics.append(
                error.isMissing
                    ? .error(
                        .fileUnreadable, at: place, "c’est un lien, qui ne mène à aucun fichier",
                        advice: "mettez le fichier à la place du lien, ou supprimez le lien")
                    : .error(
                        .fileUnreadable, at: place, "le fichier ne peut pas être lu : \(error.reason)",
                        advice: "vérifiez que c’est bien un fichier, et que vous avez le droit de le lire"))
            return nil
        }
    }
}
