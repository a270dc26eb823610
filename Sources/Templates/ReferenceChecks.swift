import Diagnostics

/// Partials and parents that no file bears, and blocks that fill no place: what lenient rendering would drop
/// without a word.
struct ReferenceChecks {
    private let trees: [String: TemplateTree]
    private let names: [String]
    private let faulty: Set<String>

    /// - Parameter faulty: names of the templates that could not be read whole: what they lack is not to be told.
    init(_ trees: [TemplateTree], faulty: Set<String> = []) {
        self.faulty = faulty
        self.trees = Dictionary(trees.map { ($0.file.name, $0) }, uniquingKeysWith: { first, _ in first })
        names = trees.map(\.file.name)
    }

    func check(_ tree: TemplateTree) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for node in tree.nodes {
            node.visit { node in
                switch node {
                case .partial(let tag, _):
                    if let fault = missing(tag, in: tree.file) { diagnostics.append(fault) }
                case .parent(let tag, _, let arguments):
                    if let fault = missing(tag, in: tree.file) {
                        diagnostics.append(fault)
                    } else if let places = places(in: tag.name) {
                        for argument in arguments where !places.contains(argument.tag.name) {
                            diagnostics.append(unplaced(argument.tag, in: tree.file, parent: tag.name, places: places))
                        }
                    }
                default: break
                }
            }
        }
        return diagnostics
    }

    private func missing(_ tag: Tag, in file: TemplateFile) -> Diagnostic? {
        guard !tag.name.isEmpty, trees[tag.name] == nil else { return nil }
        let meant = Suggestion.closest(to: tag.name, in: names)
        return .error(
            .templateUnknownPartial, at: file.location(tag.nameRange),
            "le gabarit « \(tag.name) » n’existe pas",
            advice: meant.map { "vouliez-vous dire « \($0) » ?" } ?? "créez-le, ou corrigez son nom")
    }

    private func unplaced(_ tag: Tag, in file: TemplateFile, parent: String, places: Set<String>) -> Diagnostic {
        let advice =
            if let meant = Suggestion.closest(to: tag.name, in: places) {
                "vouliez-vous dire « \(meant) » ?"
            } else if places.isEmpty {
                "« \(parent) » n’a pas de bloc : placez-y « {{$\(tag.name)}}{{/\(tag.name)}} »"
            } else {
                "blocs de « \(parent) » : "
                    + places.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "« \($0) »" }
                    .joined(separator: ", ")
            }
        return .error(
            .templateUnknownName, at: file.location(tag.nameRange),
            "« \(parent) » n’a pas de bloc nommé « \(tag.name) »", advice: advice)
    }

    /// The blocks that a template and all that it draws in leave to be filled; `nil` when one of these is missing
    /// or faulty.
    private func places(in template: String) -> Set<String>? {
        var places: Set<String> = []
        var seen: Set<String> = [template]
        var pending = [template]
        while let name = pending.popLast() {
            guard let tree = trees[name], !faulty.contains(name) else { return nil }
            for node in tree.nodes {
                node.visit { node in
                    switch node {
                    case .block(let block): places.insert(block.tag.name)
                    case .partial(let tag, _), .parent(let tag, _, _):
                        if seen.insert(tag.name).inserted { pending.append(tag.name) }
                    default: break
                    }
                }
            }
        }
        return places
    }
}
