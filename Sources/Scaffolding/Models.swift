import Diagnostics
import Files
import Templates

/// `site-templates/new/`: what a text looks like before anybody has written it, in files that an editor may change.
struct Models {
    let library: TemplateLibrary
    /// Paths below `new/site/`, of a whole site.
    let siteFiles: [String]
    private let folder: String

    private static let siteFolder = "site/"

    /// `nil`, with diagnostics, where they are not there or cannot be read.
    static func read(below templates: String) throws(DiskError) -> (models: Models?, diagnostics: [Diagnostic]) {
        let folder = "\(templates)/new"
        guard Files.kind(of: folder) == .folder else {
            let fault = Diagnostic.error(
                .templateMissing, at: SourceLocation(file: folder), "le dossier des modèles « \(folder) » n’existe pas",
                advice: "indiquez par « --templates » le dossier des gabarits livré avec crieur")
            return (nil, [fault])
        }
        var files: [TemplateFile] = []
        for path in try Files.tree(below: folder) {
            files.append(TemplateFile(path: "\(folder)/\(path)", name: name(of: path), bytes: try Files.read("\(folder)/\(path)")))
        }
        let (library, diagnostics) = TemplateLibrary.compile(files)
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        let siteFiles = files.map { String($0.path.dropFirst(folder.utf8.count + 1)) }
            .filter { $0.hasPrefix(siteFolder) }.map { String($0.dropFirst(siteFolder.utf8.count)) }
        return (Models(library: library, siteFiles: siteFiles, folder: folder), diagnostics)
    }

    /// `guide.md` is `guide`, as other models call it; a file of a whole site keeps its path.
    private static func name(of path: String) -> String {
        guard !path.contains("/"), let dot = path.lastIndex(of: ".") else { return path }
        return String(path[..<dot])
    }

    /// - Parameter file: `guide.md`, or `site/content/site.yml`.
    func render(_ file: String, _ values: [Name: String]) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        let name = Self.name(of: file)
        guard library.has(name) else {
            let fault = Diagnostic.error(
                .templateMissing, at: SourceLocation(file: "\(folder)/\(file)"), "le modèle « \(folder)/\(file) » n’existe pas",
                advice: "remettez celui d’origine")
            return (nil, [fault])
        }
        // Values are written as they stand: they are YAML or CSV, in which no sign of HTML needs an escape.
        let object = Object(values.map { ($0.key, .html(Array($0.value.utf8))) })
        var bytes: [UInt8] = []
        let diagnostics = library.render(name, object, into: &bytes)
        return (diagnostics.hasErrors ? nil : bytes, diagnostics)
    }
}
