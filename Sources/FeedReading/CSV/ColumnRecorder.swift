import Diagnostics
import Synchronization

/// Whom tables tell what columns a reader asks for, so that the reference cannot differ from what is read.
final class ColumnRecorder: Sendable {
    private let noted = Mutex<[FeedColumn]>([])

    @TaskLocal static var current: ColumnRecorder?

    func note(_ names: [String], isRequired: Bool) {
        noted.withLock { columns in
            for name in names {
                if let place = columns.firstIndex(where: { $0.name == name }) {
                    columns[place].isRequired = columns[place].isRequired || isRequired
                } else {
                    columns.append(FeedColumn(name: name, isRequired: isRequired))
                }
            }
        }
    }

    /// What a reader asks of a table without rows; it may not look at names by itself.
    static func columns(_ read: (CSVTable) -> Void) -> [FeedColumn] {
        var diagnostics: [Diagnostic] = []
        guard let table = CSVTable(Array("?\n".utf8), file: "", diagnostics: &diagnostics) else { return [] }
        let recorder = ColumnRecorder()
        $current.withValue(recorder) { read(table) }
        return recorder.noted.withLock(\.self)
    }
}
