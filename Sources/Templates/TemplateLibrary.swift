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
    /// Folder of the files, with its final `/`.
    private let folder: String
    private let recorder: NameRecorder?

    /// Compiles all files, each with its faults, so that one bad file does not hide those of the others.
    ///
    /// A template with faults can still be rendered, as far as it was understood.
    ///
    /// - Parameter recorder: notes what names each rendering is given.
    public static func compile(
        _ files: [TemplateFile], mode: Mode = .strict, recorder: NameRecorder? = nil,
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var trees: [TemplateTree] = []
        var faulty: Set<String> = []
        for file in files {
            if let other = trees.first(where: { $0.file.name == file.name }) {
                diagnostics.append(
                    .error(
                        .templateSyntax, at: SourceLocation(file: file.path),
                        "deux gabarits portent le nom « \(file.name) »", advice: "renommez l’un des deux",
                        notes: [.init("l’autre est ici", at: SourceLocation(file: other.file.path))]))
                continue
            }
            let encodingFault = TextFile.encodingFault(in: file.bytes, file: file.path)
            let parsed = TemplateParser.parse(file, mode: mode)
            trees.append(parsed.tree)
            let faults = encodingFault.map { [$0] } ?? parsed.diagnostics
            if !faults.isEmpty { faulty.insert(file.name) }
            diagnostics += faults
        }
        if mode == .strict {
            let checks = ReferenceChecks(trees, faulty: faulty)
            diagnostics += trees.flatMap { checks.check($0) }
        }
        let library = TemplateLibrary(
            program: ProgramBuilder.build(trees), mode: mode,
            indices: Dictionary(uniqueKeysWithValues: zip(trees.map(\.file.name), trees.indices)),
            folder: files.first?.folder ?? "", recorder: recorder)
        return (library, diagnostics)
    }

    /// In byte order.
    public var templateNames: [String] {
        indices.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether there is a template of this name.
    public func has(_ template: String) -> Bool { indices[template] != nil }

    /// Whether a tag of any template asks for `name` first: what costs much is computed only then.
    public func mentions(_ name: Name) -> Bool { program.references.contains { $0.path.first == name } }

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
        recorder?.note(template, context, outer: outer)
        guard let index = indices[template] else {
            let meant = Suggestion.closest(to: template, in: templateNames)
            return [
                .error(
                    .templateMissing, at: SourceLocation(file: "\(folder)\(template).mustache"),
                    "le gabarit « \(template) » n’existe pas",
                    advice: meant.map { "créez-le ; est-ce « \($0) », mal nommé ?" } ?? "créez-le, ou remettez celui d’origine")
            ]
        }
        var renderer = Renderer(program, isStrict: mode == .strict, outer: outer)
        renderer.render(program.templates[index], context, into: &output)
        return renderer.diagnostics
    }
}
