import Diagnostics

extension CSVTable {
    /// Positions of columns that producers name differently from one edition to the next, without regard to capitals
    /// nor to a `#` before the first; `nil`, with a diagnostic, where some are missing.
    /// - Parameter names: for each column, its names in small letters, the one to tell in a message first.
    func columns(_ names: [[String]], diagnostics: inout [Diagnostic]) -> [Int]? {
        let known = columnNames.map { name in
            (name.hasPrefix("#") ? String(name.dropFirst()) : name).lowercased()
        }
        let positions = names.map { names in names.lazy.compactMap(known.firstIndex).first }
        let found = positions.compactMap(\.self)
        if found.count == names.count { return found }
        // Those that are there under another name are no part of the message.
        let told = zip(names, positions).map { names, position in position.map { columnNames[$0] } ?? names[0] }
        return columns(told, diagnostics: &diagnostics)
    }
}
