import Diagnostics

/// Mustache templates, compiled once, that render pages straight into bytes.
///
/// The language is that of mustache(5) with inheritance: `{{name}}`, `{{{name}}}`, `{{#section}}`, `{{^inverted}}`,
/// `{{>partial}}`, `{{<parent}}{{$block}}…{{/block}}{{/parent}}`, `{{! comment }}`, `{{=<% %>=}}`.
public struct TemplateLibrary: Sendable {
    public enum Mode: Sendable {
        /// What is unknown is an error, and a value's type says whether it is escaped.
        case strict
        /// As the Mustache specification has it: what is unknown renders as nothing.
        case lenient
    }

    private let program: Program
    private let mode: Mode
    private let indices: [String: Int]

    /// Compiles all files, each with its faults, so that one bad file does not hide those of the others.
    ///
    /// A template with faults can still be rendered, as far as it was understood.
    public static func compile(
        _ files: [TemplateFile], mode: Mode = .strict,
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var trees: [TemplateTree] = []
        for file in files {
            if let other = trees.first(where: { $0.file.name == file.name }) {
                diagnostics.append(
                    .error(
                        .templateSyntax, at: SourceLocation(file: file.path),
                        "deux gabarits portent le nom « \(file.name) »", advice: "renommez l’un des deux",
                        notes: [.init("l’autre est ici", at: SourceLocation(file: other.file.path))]))
                continue
            }
            if let fault = file.encodingFault { diagnostics.append(fault) }
            let parsed = TemplateParser.parse(file, mode: mode)
            trees.append(parsed.tree)
            diagnostics += parsed.diagnostics
        }
        if mode == .strict {
            let checks = ReferenceChecks(trees)
            diagnostics += trees.flatMap { checks.check($0) }
        }
        let library = TemplateLibrary(
            program: ProgramBuilder.build(trees), mode: mode,
            indices: Dictionary(uniqueKeysWithValues: zip(trees.map(\.file.name), trees.indices)))
        return (library, diagnostics)
    }

    /// In byte order.
    public var templateNames: [String] {
        indices.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Appends a rendered template to a page.
    ///
    /// - Parameters:
    ///   - context: the names of this page.
    ///   - outer: names that all pages share, looked up last, the first object first.
    /// - Returns: the faults, none when all is well. One tag's fault is told once; the same fault on another page
    ///   is an equal diagnostic.
    public func render(
        _ template: String, _ context: Object, outer: [Object] = [], into output: inout [UInt8],
    ) -> [Diagnostic] {
        render(template, .object(context), outer: outer, into: &output)
    }

    /// The specification has contexts that are texts and lists, too.
    func render(
        _ template: String, _ context: Value, outer: [Object] = [], into output: inout [UInt8],
    ) -> [Diagnostic] {
        guard let index = indices[template] else {
            let meant = Suggestion.closest(to: template, in: templateNames)
            return [
                .error(
                    .templateMissing, "le gabarit « \(template) » manque",
                    advice: meant.map { "vouliez-vous dire « \($0) » ?" } ?? "créez « \(template).mustache »")
            ]
        }
        var renderer = Renderer(program, isStrict: mode == .strict, outer: outer)
        renderer.render(program.templates[index], context, into: &output)
        return renderer.diagnostics
    }
}
