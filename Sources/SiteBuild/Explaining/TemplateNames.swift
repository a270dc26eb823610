import Files

/// The templates that a template names, and theirs: its layout (`{{<x}}`), its partials (`{{>x}}`).
enum TemplateNames {
    /// In the order of their names, the first one left out.
    static func all(from template: String, below folder: String) -> [String] {
        var found: Set<String> = [template]
        var waiting = [template]
        while let name = waiting.popLast() {
            guard let bytes = try? Files.read("\(folder)/\(name).mustache") else { continue }
            for named in names(in: String(decoding: bytes, as: UTF8.self)) where found.insert(named).inserted { waiting.append(named) }
        }
        return found.subtracting([template]).sorted()
    }

    private static func names(in text: String) -> [String] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { tag in
            guard tag.first == "<" || tag.first == ">", let end = tag.firstRange(of: "}}") else { return nil }
            return String(tag[..<end.lowerBound].dropFirst().filter { $0 != " " })
        }
    }
}
