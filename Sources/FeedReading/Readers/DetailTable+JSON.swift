import Diagnostics
import Files
import SiteModel

extension DetailTable {
    /// A list of objects, alone or as the member `data`, `records`, `results`, `rows` or `communes` of one.
    /// - Returns: the number of objects; `nil`, with a diagnostic, where it is no such list.
    mutating func readJSON(
        _ bytes: [UInt8], _ file: FeedFile, diagnostics: inout [Diagnostic],
    ) -> Int? {
        if let fault = TextFile.recordsFault(in: bytes, file: file.path) {
            diagnostics.append(fault)
            return nil
        }
        let elements = JSONElements(
            bytes, file: file.path, members: ["data", "records", "results", "rows", "communes"], diagnostics: &diagnostics)
        guard let elements else { return nil }
        var seen: Set<String> = []
        elements.decode([String: JSONScalar].self, from: bytes, file: file.path, holding: [], diagnostics: &diagnostics) {
            object, location, diagnostics in
            seen.formUnion(object.keys)
            // Where no object has it, that is told once.
            guard let text = object[columns.code]?.cell else { return }
            guard let code = file.filter.officialCode(text, at: location, diagnostics: &diagnostics) else { return }
            let values = columns.columns.map { column in
                value(of: object[column.name]?.cell ?? "", for: column, at: location, diagnostics: &diagnostics)
            }
            add(code, values, at: location, diagnostics: &diagnostics)
        }
        // A member that no object has is a name misspelt, here or there.
        let missing = ([columns.code] + columns.columns.map(\.name)).filter { !seen.contains($0) }
        guard missing.isEmpty || elements.ranges.isEmpty else {
            for name in missing {
                diagnostics.append(
                    .error(
                        .feedColumnMissing, at: SourceLocation(file: file.path),
                        "aucun enregistrement n’a de champ « \(name) »",
                        advice: Suggestion.closest(to: name, in: seen).map { "si c’est « \($0) », corrigez ce nom dans feeds.yml, ou rétablissez-le dans le fichier" }
                            ?? "corrigez le nom du champ dans feeds.yml"))
            }
            return nil
        }
        return elements.ranges.count
    }
}
