import ContentReading
import Diagnostics
import Files

/// What must not lie below `content`: answers of people, confidential texts. Messages name such a file, and say nothing of
/// what it holds.
struct PrivateSources {
    let diagnostics: [Diagnostic]

    init(below root: String) throws {
        guard Files.kind(of: root) == .folder else {
            diagnostics = []
            return
        }
        let paths = try Files.tree(below: root)
        diagnostics = RawAnswers.check(paths, below: root) + ConfidentialSources.check(paths, below: root)
    }

    /// Those of others, without what would quote such a file: a table of answers among those of the agenda is read as one.
    func adding(to others: [Diagnostic]) -> [Diagnostic] {
        let files = Set(diagnostics.compactMap(\.location?.file))
        guard !files.isEmpty else { return others }
        return others.filter { diagnostic in
            let places = [diagnostic.location?.file] + diagnostic.notes.map { $0.location?.file }
            return !places.contains { $0.map(files.contains) ?? false }
        } + diagnostics
    }
}
