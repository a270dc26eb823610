import Diagnostics
import Files
import SiteModel

/// "Base statistique communale de la délinquance enregistrée" of SSMSI, as text or gzip, reduced to the site's communes.
/// The base of the whole country, of five million rows, passes through a window.
/// Source: https://www.data.gouv.fr/datasets/621df2954fa5a3b5a023e23c
struct CommuneFigures: FeedContent {
    static let mayLackRows = true

    let table: FigureTable
    let rows: Int
    let kept: Int
    /// Of which 1 January its communes are.
    let geography: Int?
    /// Where the file first names each place of `table`.
    let locations: [SourceLocation]

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let csv = try file.table(diagnostics: &diagnostics),
            let columns = FigureColumns(csv, of: .communes, diagnostics: &diagnostics)
        else { return nil }
        let filter = file.filter
        var collector = FigureCollector(columns) { row, diagnostics in
            // Nearly all rows of the country are another département's.
            if row.range(columns.code).count == 5, !row.starts(columns.code, with: filter.prefix) { return nil }
            return filter.officialCode(row, columns.code, diagnostics: &diagnostics)?.text
        }
        rows = csv.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            collector.add(row, diagnostics: &diagnostics)
        }
        collector.finish(file: file.path, diagnostics: &diagnostics)
        table = collector.table
        kept = collector.kept
        locations = collector.locations
        geography = columns.geography
    }
}
