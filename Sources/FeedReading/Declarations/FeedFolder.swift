import Diagnostics
import Files

/// Where feeds are read from: `feeds.yml`, the files that it names, and the door to the disk.
struct FeedFolder: Sendable {
    /// Path of `feeds.yml`.
    let list: String
    let readFile: FeedReader.ReadFile
    let openFile: FeedReader.OpenFile

    /// The bytes of a file; `nil`, with a diagnostic, where it is not there or cannot be opened.
    /// - Parameter declared: where `feeds.yml` names it.
    func contents(
        of path: String, declared: SourceLocation? = nil, diagnostics: inout [Diagnostic],
    ) throws(DiskError) -> [UInt8]? {
        do {
            return try readFile(path)
        } catch where error.isAboutThePath {
            diagnostics.append(fault(error, path, declared))
            return nil
        }
    }

    /// A file to be read piece by piece; `nil`, with a diagnostic, where it is not there or cannot be opened.
    func source(
        of path: String, declared: SourceLocation? = nil, diagnostics: inout [Diagnostic],
    ) throws(DiskError) -> FeedSource? {
        do {
            _ = try openFile(path)
            return FeedSource { [openFile] () throws(DiskError) in try openFile(path) }
        } catch where error.isAboutThePath {
            diagnostics.append(fault(error, path, declared))
            return nil
        }
    }

    private func fault(_ error: DiskError, _ path: String, _ declared: SourceLocation?) -> Diagnostic {
        error.isMissing
            ? .error(
                .feedMissing, at: declared ?? SourceLocation(file: path),
                "le fichier « \(path) » n’existe pas",
                advice: path == list
                    ? "créez-le : il dit de quels fichiers le site est fait"
                    : "déposez-le à cet endroit, ou corrigez son nom")
            : .error(
                .fileUnreadable, at: declared ?? SourceLocation(file: path),
                error.description, advice: "vérifiez que c’est un fichier, et ses droits")
    }
}
