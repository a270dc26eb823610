import Diagnostics
import Files
import Publishing
import Templates
import WebRendering

/// `site-templates/web/` → compiled templates and published assets.
struct WebTemplates: Sendable {
    let library: TemplateLibrary
    let assets: AssetTable
    /// `service-worker.js`; without it, a site does without.
    let serviceWorker: [UInt8]?
    /// Whether every template could be compiled.
    let isSound: Bool

    private static let suffix = ".mustache"

    /// `nil`, with a diagnostic, when the folder is not there.
    static func read(
        _ folder: String, recorder: NameRecorder? = nil,
    ) throws(DiskError) -> (templates: WebTemplates?, diagnostics: [Diagnostic]) {
        guard Files.kind(of: folder) == .folder else {
            let fault = Diagnostic.error(
                .templateMissing, at: SourceLocation(file: folder), "le dossier des gabarits « \(folder) » n’existe pas",
                advice: "lancez crieur dans le dossier du projet, ou indiquez-le par « --templates »")
            return (nil, [fault])
        }
        var diagnostics: [Diagnostic] = []
        var files: [TemplateFile] = []
        for path in try Files.tree(below: folder) where path.hasSuffix(suffix) {
            let file = "\(folder)/\(path)"
            guard let bytes = try SourceFile.read(file, into: &diagnostics) else { continue }
            files.append(TemplateFile(path: file, name: String(path.dropLast(suffix.utf8.count)), bytes: bytes))
        }
        if files.isEmpty, diagnostics.isEmpty {
            let fault = Diagnostic.error(
                .templateMissing, at: SourceLocation(file: folder), "le dossier des gabarits « \(folder) » n’en contient aucun",
                advice: "remettez-y les gabarits, ou indiquez un autre dossier par « --templates »")
            return (nil, [fault])
        }
        // Every other template may need the one that cannot be read.
        if !diagnostics.isEmpty { return (nil, diagnostics) }
        let (library, templateFaults) = TemplateLibrary.compile(files, recorder: recorder)
        let assets = try AssetTable.read("\(folder)/assets", integrity: SubresourceIntegrity.value)
        let faults = templateFaults + assets.unknownReferences.map { reference in
            Diagnostic.error(
                .styleReference,
                at: SourceLocation(
                    file: "\(folder)/assets/\(reference.sheet)", offset: reference.range.lowerBound, length: reference.range.count),
                "« \(reference.address) » n’est pas un fichier du dossier « assets »",
                advice: "déposez-y la police ou l’image : une page ne demande rien à un autre site, ni n’accepte « data: »")
        }
        let worker = "\(folder)/service-worker.js"
        let serviceWorker = Files.kind(of: worker) == .file ? try Files.read(worker) : nil
        return (
            WebTemplates(library: library, assets: assets, serviceWorker: serviceWorker, isSound: !faults.hasErrors), faults
        )
    }
}
