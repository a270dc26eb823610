import Diagnostics
import Files
import SiteModel

/// The file of one feed, not read yet: a reader takes of it what its format needs, bytes or rows.
struct FeedFile: Sendable {
    let declaration: FeedDeclaration
    /// Tells the site's communes from all others.
    let filter: DepartementFilter
    let folder: FeedFolder

    var path: String { declaration.feed.file }

    /// The whole file; `nil`, with a diagnostic, where it cannot be had.
    func bytes(diagnostics: inout [Diagnostic]) throws(DiskError) -> [UInt8]? {
        try folder.contents(of: path, declared: declaration.fileLocation, diagnostics: &diagnostics)
    }

    /// The file as a table, of which no more than a window is held; `nil`, with a diagnostic, where it is none.
    func table(diagnostics: inout [Diagnostic]) throws(DiskError) -> CSVTable? {
        let source = try folder.source(of: path, declared: declaration.fileLocation, diagnostics: &diagnostics)
        guard let source else { return nil }
        return try CSVTable(
            source, file: path, encoding: declaration.encoding, separator: declaration.separator,
            diagnostics: &diagnostics)
    }
}
