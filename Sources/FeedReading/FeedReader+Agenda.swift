import Diagnostics
import Files
import SiteModel

extension FeedReader {
    /// The events of `content/agenda/*.csv`, in order of time, then in the order of the files' rows.
    ///
    /// - Parameters:
    ///   - paths: the files, as messages show them.
    ///   - communes: today's communes; `nil` where they are not known, and no code is looked up.
    public func agenda(
        _ paths: [String], communes: [Commune]?,
    ) throws(DiskError) -> (events: [Event], diagnostics: [Diagnostic]) {
        let codes = communes.map { Set($0.map(\.code)) }
        var events: [Event] = []
        var diagnostics: [Diagnostic] = []
        for path in paths {
            guard let bytes = try folder.contents(of: path, diagnostics: &diagnostics),
                let table = CSVTable(bytes, file: path, isDeclared: false, diagnostics: &diagnostics),
                let agenda = AgendaTable(table, filter: filter, communes: codes, diagnostics: &diagnostics)
            else { continue }
            events += agenda.events
        }
        // A whole day comes before its hours. `enumerated` keeps the order of rows among equals.
        let ordered = events.enumerated().sorted { left, right in
            (left.element.date.dayNumber, left.element.start ?? -1, left.offset)
                < (right.element.date.dayNumber, right.element.start ?? -1, right.offset)
        }
        return (ordered.map(\.element), diagnostics)
    }
}
