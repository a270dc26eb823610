import Diagnostics
import Files

/// A reader: the file of one feed → its records of the département. Each format is one such type, in a file of
/// `Readers`; a fault in a row hides no other.
protocol FeedContent: Sendable {
    /// `nil`, with a diagnostic, for a file that cannot be read at all.
    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError)

    /// Rows or records of the file, of all départements.
    var rows: Int { get }
    /// Records that concern the département.
    var kept: Int { get }
    /// The year whose communes the file describes, where the file says it.
    var geography: Int? { get }

    /// Whether a second file of this format would contradict the first instead of completing it.
    static var isUnique: Bool { get }
    /// Whether it says which communes there are: one feed of a site does.
    static var listsCommunes: Bool { get }
    /// Whether a file without a record of the département must be another's: every one has some.
    static var concernsAllDepartements: Bool { get }
    /// Whether the site may go without a row of it, so that a row at fault is left out with a warning. Never for the
    /// list of communes, for the contacts that the site keeps itself, nor where rows are summed: there a missing row
    /// makes a wrong answer.
    static var mayLackRows: Bool { get }
}

extension FeedContent {
    var geography: Int? { nil }
    static var isUnique: Bool { true }
    static var listsCommunes: Bool { false }
    static var concernsAllDepartements: Bool { true }
    static var mayLackRows: Bool { false }
}

/// A reader of a table, row by row.
protocol FeedTable: FeedContent {
    /// `nil`, with a diagnostic, where a column is missing.
    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic])
}

extension FeedTable {
    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let table = try file.table(diagnostics: &diagnostics) else { return nil }
        self.init(table, filter: file.filter, diagnostics: &diagnostics)
    }
}
