import Diagnostics
import Files
import Templates
import WebRendering

/// `site-templates/web/` → compiled templates and published assets.
struct WebTemplates: Sendable {
    let library: TemplateLibrary
    let assets: AssetTable
    let diagnostics: [Diagnostic]

    private static let suffix = ".mustache"

    /// `nil`, with a diagnostic, when the folder is not there.
    static func read(_ folder: String) throws(DiskError) -> (templates: WebTemplates?, diagnostics: [Diagnostic]) {
        guard Files.kind(of: folder) == .folder else {
            let fault = Diagnostic.error(
                .templateMissing, at: SourceLocation(file: folder), "le dossier des gabarits « \(folder) » n’existe pas",
                advice: "lancez crieur dans le dossier du projet, ou nommez-le par « --templates »")
            return (nil, [fault])
        }
        var files: [TemplateFile] = []
        for path in try Files.tree(below: folder) where path.hasSuffix(suffix) {
            files.append(
                TemplateFile(
                    path: "\(folder)/\(path)", name: String(path.dropLast(suffix.utf8.count)),
                    bytes: try Files.read("\(folder)/\(path)")))
        }
        let (library, diagnostics) = TemplateLibrary.compile(files)
        let assets = try AssetTable.read("\(folder)/assets")
        return (WebTemplates(library: library, assets: assets, diagnostics: diagnostics), diagnostics)
    }
}
