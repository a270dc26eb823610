import Diagnostics
import Files
import SiteModel

/// A feed whose file has been read.
struct LoadedFeed: Sendable {
    let declaration: FeedDeclaration
    let content: any FeedContent

    var id: Feed.ID { declaration.feed.id }

    /// `nil`, with a diagnostic, for a file that holds nothing for the département.
    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        let before = diagnostics.count
        guard let content = try file.declaration.format.reader.init(file, diagnostics: &diagnostics) else { return nil }
        declaration = file.declaration
        self.content = content
        // Where every row is at fault, that has been said.
        let isSilent = diagnostics.count == before
        if content.rows == 0 {
            if isSilent {
                diagnostics.append(
                    .error(
                        .feedEmpty, at: SourceLocation(file: file.path),
                        "le fichier « \(file.path) » n’a aucune ligne sous les noms de ses colonnes",
                        advice: "déposez-le de nouveau"))
            }
            return nil
        }
        if content.kept == 0, type(of: content).concernsAllDepartements {
            if isSilent { diagnostics.append(.nothingHere(file.path, departement: file.filter.departement)) }
            return nil
        }
    }
}

extension [LoadedFeed] {
    /// The feeds of one format, in their order.
    func of<Content: FeedContent>(_ type: Content.Type) -> [(id: Feed.ID, content: Content)] {
        compactMap { feed in (feed.content as? Content).map { (feed.id, $0) } }
    }
}
