import SiteModel
public import YAML

/// The keys of all files that editors write, as their readers ask for them.
public enum ContentShapes {
    /// `site.yml`, `facts.yml`…; texts by their kind: `guide`, `page`, `alert`, `edition`, `commune`.
    public static let all: [(name: String, shape: YAMLShape)] = files + texts

    // Something to read: an empty file is a fault of its own.
    private static let anything = Array("a: b\n".utf8)

    private static var files: [(name: String, shape: YAMLShape)] {
        [
            ("site.yml", YAMLShape.of { _ = SettingsReader.read(anything, file: "site.yml") }),
            ("facts.yml", YAMLShape.of { _ = FactsReader.read(anything, file: "facts.yml") }),
            ("operation.yml", YAMLShape.of { _ = MeasuresReader.read(anything, file: "operation.yml") }),
            ("accessibility.yml", YAMLShape.of { _ = AccessibilityReader.read(anything, file: "accessibility.yml") }),
            (
                "commitments.yml",
                YAMLShape.of { _ = CommitmentsReader.read(anything, file: "commitments.yml", consultation: "") }
            ),
            ("questions.yml", YAMLShape.of { _ = ConsultationReader.read(anything, file: "questions.yml", slug: "") }),
        ].compactMap { name, shape in shape.map { (name, $0) } }
    }

    private static var texts: [(name: String, shape: YAMLShape)] {
        let kinds: [(name: String, kind: Page.Kind)] = [
            ("guide", .guide(theme: "")), ("page", .page), ("alert", .alert), ("edition", .bulletin),
        ] + (INSEECode("01001").map { [("commune", .commune($0))] } ?? [])
        return kinds.compactMap { name, kind in
            YAMLShape.of {
                _ = PageReader().read(Array("---\na: b\n---\n".utf8), of: ContentFile(file: name, kind: kind, slug: name))
            }.map { (name, $0) }
        }
    }
}
