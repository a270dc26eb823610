import Diagnostics
import FeedReading
import SiteModel

/// Reads the feeds of a site and nothing more, for `Tests/Benchmarks/run csv`:
///
///     read-feeds 74 content       # what concerns the département
///     read-feeds FR content       # the whole country, kept
@main
struct ReadFeeds {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("read-feeds DÉPARTEMENT CONTENU")
            return
        }
        let records = try FeedReader(departement: arguments[1], contentRoot: arguments[2]).read()
        for diagnostic in records.diagnostics.prefix(5) { print(diagnostic.message) }
        for summary in records.summaries {
            print("\(summary.id): \(summary.rows) rows, \(summary.kept) kept, \(summary.communes ?? 0) communes")
        }
        print("figures of \(records.figures.communes?.table.places.count ?? 0) communes, \(records.diagnostics.count) messages")
    }
}
