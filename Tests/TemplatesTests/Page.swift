import Diagnostics
import Templates

/// A few templates and what becomes of them.
struct Page {
    private let files: [TemplateFile]
    private let library: TemplateLibrary
    private let faults: [Diagnostic]

    /// The files' names and texts; the first one is rendered.
    init(_ texts: KeyValuePairs<String, String>, mode: TemplateLibrary.Mode = .strict) {
        files = texts.map {
            TemplateFile(path: "web/\($0.key).mustache", name: $0.key, bytes: Array($0.value.utf8))
        }
        (library, faults) = TemplateLibrary.compile(files, mode: mode)
    }

    /// The faults found in the templates themselves, as an editor reads them.
    var compileReport: String { report(faults) }

    func render(_ context: Object, outer: [Object] = []) -> (text: String, diagnostics: [Diagnostic]) {
        var output: [UInt8] = []
        let diagnostics = library.render(files[0].name, context, outer: outer, into: &output)
        return (String(decoding: output, as: UTF8.self), diagnostics)
    }

    func text(_ context: Object = [:], outer: [Object] = []) -> String {
        let (text, diagnostics) = render(context, outer: outer)
        return report(faults + diagnostics) + text
    }

    /// The faults of one rendering, as an editor reads them.
    func renderReport(_ context: Object, outer: [Object] = []) -> String {
        report(render(context, outer: outer).diagnostics)
    }

    private func report(_ diagnostics: [Diagnostic]) -> String {
        let files = files
        return TextReporter { path in files.first { $0.path == path }?.bytes }.report(diagnostics)
    }
}
