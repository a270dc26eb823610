import ContentReading
import Diagnostics
import FeedReading
import Files
import SiteAssembly
import SiteModel

/// The first half of the pipeline: files → one site, checked.
public struct SiteInputs: Sendable {
    /// `nil` when a fault leaves nothing to publish.
    public let site: Site?
    public let feedSummaries: [FeedSummary]
    public let diagnostics: [Diagnostic]

    /// Reads everything below `content`. Each fault is gathered; none hides another.
    public static func read(_ options: BuildOptions) async throws -> SiteInputs {
        var diagnostics: [Diagnostic] = []
        let root = options.content
        guard Files.kind(of: root) == .folder else {
            let fault = Diagnostic.error(
                .fileMissing, at: SourceLocation(file: root), "le dossier « \(root) » n’existe pas",
                advice: "lancez crieur dans le dossier du projet, ou nommez le dossier par « --content »")
            return SiteInputs(site: nil, feedSummaries: [], diagnostics: [fault])
        }
        let settings = try readFile("\(root)/site.yml", &diagnostics, SettingsReader.read) ?? nil
        let facts =
            Files.kind(of: "\(root)/facts.yml") == .file
            ? try readFile("\(root)/facts.yml", &diagnostics, FactsReader.read) ?? [:] : [:]
        let content = try await readContent(options, themes: settings?.themes)
        diagnostics += content.flatMap(\.diagnostics)
        guard let settings else { return SiteInputs(site: nil, feedSummaries: [], diagnostics: diagnostics) }

        let feeds = FeedReader(departement: settings.departement.code, contentRoot: root)
        let records = try feeds.read()
        diagnostics += records.diagnostics
        let agenda = try feeds.agenda(
            try agendaFiles(root), communes: records.communes.isEmpty ? nil : records.communes)
        diagnostics += agenda.diagnostics

        var parts = SiteAssembler.Parts(
            settings: settings, today: options.today, root: root, facts: facts, feeds: records.feeds,
            communes: records.communes,
            units: Dictionary(records.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            pages: [], alerts: [], editions: [], events: agenda.events)
        for item in content {
            switch item.content {
            case .page(let page): parts.pages.append(page)
            case .alert(let alert): parts.alerts.append(alert)
            case .edition(let edition): parts.editions.append(edition)
            case nil: break
            }
        }
        let (site, faults) = SiteAssembler.assemble(parts)
        // What a faulty feed or file leaves out would be reported a second time wherever it is cited.
        let isCascade = diagnostics.hasErrors
        diagnostics += isCascade ? faults.filter { !$0.id.dependsOnOtherFiles } : faults
        return SiteInputs(site: site, feedSummaries: records.summaries, diagnostics: diagnostics)
    }

    private struct Item: Sendable {
        let content: PageReader.Content?
        let diagnostics: [Diagnostic]
    }

    private static func readContent(
        _ options: BuildOptions, themes: [SiteSettings.Theme]?,
    ) async throws -> [Item] {
        let (files, faults) = try ContentFile.discover(below: options.content, themes: themes)
        let reader = PageReader()
        let items = try await Parallel.map(files, workers: options.workers) { files in
            try files.map { file in
                let (content, diagnostics) = reader.read(try Files.read(file.file), of: file)
                return Item(content: content, diagnostics: diagnostics)
            }
        }
        return [Item(content: nil, diagnostics: faults)] + items
    }

    private static func agendaFiles(_ root: String) throws -> [String] {
        guard Files.kind(of: "\(root)/agenda") == .folder else { return [] }
        return try Files.tree(below: "\(root)/agenda").filter { $0.hasSuffix(".csv") }
            .map { "\(root)/agenda/\($0)" }
    }

    private static func readFile<Value>(
        _ path: String, _ diagnostics: inout [Diagnostic],
        _ parse: ([UInt8], String) -> (Value, [Diagnostic]),
    ) throws -> Value? {
        guard Files.kind(of: path) == .file else {
            diagnostics.append(
                .error(
                    .fileMissing, at: SourceLocation(file: path), "le fichier « \(path) » n’existe pas",
                    advice: "créez-le : il dit pour quel département et par qui le site est publié"))
            return nil
        }
        let (value, faults) = parse(try Files.read(path), path)
        diagnostics += faults
        return value
    }
}

extension DiagnosticID {
    /// A fault that may only be the shadow of one elsewhere.
    var dependsOnOtherFiles: Bool {
        switch self {
        case .linkBroken, .anchorBroken, .factUnknown, .feedCodeUnknown: true
        default: false
        }
    }
}
