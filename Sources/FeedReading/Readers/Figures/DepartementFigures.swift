import Diagnostics
import Files
import SiteModel

/// "Base statistique départementale de la délinquance enregistrée" of SSMSI, as text or gzip: what a commune's rates
/// are set beside.
/// Source: https://www.data.gouv.fr/datasets/621df2954fa5a3b5a023e23c
struct DepartementFigures: FeedContent {
    static let mayLackRows = true

    let table: FigureTable
    let rows: Int
    let kept: Int

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let csv = try file.table(diagnostics: &diagnostics),
            let columns = FigureColumns(csv, of: .departements, diagnostics: &diagnostics)
        else { return nil }
        let filter = file.filter
        var collector = FigureCollector(columns) { row, _ in
            // A spreadsheet takes the zero off « 01 ».
            let text = row.text(columns.code)
            let code = text.utf8.count == 1 ? "0" + text : text
            return filter.covers(code) ? code : nil
        }
        rows = csv.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            collector.add(row, diagnostics: &diagnostics)
        }
        collector.finish(file: file.path, diagnostics: &diagnostics)
        table = collector.table
        kept = collector.kept
    }
}
