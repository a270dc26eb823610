import ContentChecks
import ContentReading
import Diagnostics
import FeedReading
import Figures
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
        let privateSources = try PrivateSources(below: options.content)
        let inputs = try await gather(options)
        return SiteInputs(
            site: inputs.site, feedSummaries: inputs.feedSummaries, diagnostics: privateSources.adding(to: inputs.diagnostics))
    }

    private static func gather(_ options: BuildOptions) async throws -> SiteInputs {
        var diagnostics: [Diagnostic] = []
        let root = options.content
        let settings = try settings(below: root, &diagnostics)
        guard Files.kind(of: root) == .folder else {
            return SiteInputs(site: nil, feedSummaries: [], diagnostics: diagnostics)
        }
        let registry = "\(root)/facts.yml"
        let hasRegistry = Files.kind(of: registry) == .file
        let beforeFacts = diagnostics.count
        var facts = hasRegistry ? try readFile(registry, &diagnostics, FactsReader.read) ?? FactRegistry() : FactRegistry()
        let local = "\(root)/facts.local.yml"
        if Files.kind(of: local) == .file, let own = try readFile(local, &diagnostics, FactsReader.read) {
            facts.override(with: own)
        }
        var gaps = SiteAssembler.Gaps()
        gaps.settings = diagnostics[..<beforeFacts].hasErrors
        gaps.facts = facts.isEmpty && (!hasRegistry || diagnostics[beforeFacts...].hasErrors)
        let isRegistrySound = !diagnostics[beforeFacts...].hasErrors
        let content = try await readContent(options, themes: settings?.themes)
        diagnostics += content.flatMap(\.diagnostics)
        gaps.pages = Set(content.lazy.filter { $0.content == nil }.map(\.file))
        guard let settings else { return SiteInputs(site: nil, feedSummaries: [], diagnostics: diagnostics) }

        let feeds = FeedReader(departement: settings.departement.code, contentRoot: root)
        let records = try feeds.read(on: options.today)
        diagnostics += records.diagnostics
        gaps.communes = records.lacksCommunes
        let agenda = try feeds.agenda(
            try agendaFiles(root), communes: gaps.communes ? nil : records.communes, today: options.today,
            zone: settings.timezone)
        diagnostics += agenda.diagnostics

        var parts = SiteAssembler.Parts(
            settings: settings, today: options.today, root: root, facts: facts.facts(on: options.today), feeds: records.feeds,
            communes: records.communes,
            units: Dictionary(records.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            pages: [], alerts: [], editions: [], events: agenda.events)
        parts.minute = options.minute
        parts.registry = facts
        parts.showsDrafts = options.showsDrafts
        parts.figures = records.figures
        parts.presence = records.presence
        for item in content {
            switch item.content {
            case .page(let page): parts.pages.append(page)
            case .alert(let alert): parts.alerts.append(alert)
            case .edition(let edition): parts.editions.append(edition)
            case nil: break
            }
        }
        parts.commitments = try ConsultationFolders.commitments(below: root, &diagnostics)
        parts.consultations = try ConsultationFolders.consultations(below: root, &diagnostics)
        diagnostics += try ConsultationFolders.waveFaults(of: parts.consultations, &diagnostics)
        let results = try ConsultationFolders.results(of: parts.consultations, below: root, &diagnostics)
        parts.consultationResults = results.compactMapValues(\.results)
        let operation = "\(root)/operation.yml"
        if Files.kind(of: operation) == .file {
            parts.measures = try readFile(operation, &diagnostics, MeasuresReader.read) ?? []
        }
        let audit = "\(root)/accessibility.yml"
        if Files.kind(of: audit) == .file {
            parts.accessibility = try readFile(audit, &diagnostics, AccessibilityReader.read) ?? nil
        }
        if !options.ignoresFrozenEditions {
            for index in parts.editions.indices {
                parts.editions[index].frozen = try FrozenFile.read(of: parts.editions[index], into: &diagnostics)
            }
        }
        let messages = try alertMessages(root, &diagnostics)
        let (alerts, withheld) = AlertMessages(
            settings.departement, communes: records.communes, contours: records.contours, now: options.now,
            zone: settings.timezone
        ).read(messages)
        parts.alerts += alerts
        diagnostics += withheld
        parts.gaps = gaps
        var (site, faults) = SiteAssembler.assemble(parts)
        site.map = DepartementMap(drawing: records.contours)
        faults += try await ImageReading.read(&site, options)
        if !gaps.communes { faults += ConsultationFolders.secrecyFaults(of: results, in: site) }
        if !gaps.communes { faults += FrozenFile.gaps(in: site) }
        if !hasRegistry, site.citesFacts {
            diagnostics.append(
                .error(
                    .fileMissing, at: SourceLocation(file: registry), "le fichier « \(registry) » n’existe pas",
                    advice: "créez-le, avec les faits que le site cite, leur source et leur date"))
        }
        let lacksTexts = content.contains { $0.content == nil || $0.diagnostics.contains { $0.id == .yamlSyntax } }
        faults += try await contentFaults(in: site, options, isRegistrySound: isRegistrySound, lacksTexts: lacksTexts)
        return SiteInputs(site: site, feedSummaries: records.summaries, diagnostics: diagnostics + faults)
    }

    /// What `ContentChecks` finds.
    private static func contentFaults(
        in site: Site, _ options: BuildOptions, isRegistrySound: Bool, lacksTexts: Bool,
    ) async throws -> [Diagnostic] {
        let review = TextReview(site) { try? Files.read($0) }
        let texts = try await Parallel.map(CheckedText.all(of: site), workers: options.workers) { review.check($0) }
        return (isRegistrySound ? FactReview.check(site, root: options.content, lacksTexts: lacksTexts) : []) + EventCheck.check(site) + ShortTextCheck.check(site) + SMSBudgetCheck.check(site) + texts
    }

    /// What `site.yml` says; `nil`, with a diagnostic, where it cannot be read.
    static func settings(below root: String, _ diagnostics: inout [Diagnostic]) throws -> SiteSettings? {
        guard Files.kind(of: root) == .folder else {
            diagnostics.append(
                .error(
                    .fileMissing, at: SourceLocation(file: root), "le dossier « \(root) » n’existe pas",
                    advice: "lancez crieur dans le dossier du projet, ou indiquez le dossier par « --content »"))
            return nil
        }
        return try readFile("\(root)/site.yml", &diagnostics, SettingsReader.read) ?? nil
    }

    /// A content file: what it holds, `nil` when that could not be read.
    private struct Item: Sendable {
        let file: Page.ID
        let content: PageReader.Content?
        let diagnostics: [Diagnostic]
    }

    private static func readContent(
        _ options: BuildOptions, themes: [SiteSettings.Theme]?,
    ) async throws -> [Item] {
        // A list of themes that has faults itself tells nothing about folders.
        let areThemesSound = themes?.allSatisfy { !$0.id.isEmpty } ?? false
        let (files, faults) = try ContentFile.discover(below: options.content, themes: areThemesSound ? themes : nil)
        let misplaced = faults.map { Item(file: $0.location?.file ?? "", content: nil, diagnostics: [$0]) }
        let reader = PageReader()
        let items = try await Parallel.map(files, workers: options.workers) { files in
            try files.map { file in
                var faults: [Diagnostic] = []
                guard let bytes = try SourceFile.read(file.file, into: &faults) else {
                    return Item(file: file.file, content: nil, diagnostics: faults)
                }
                let (content, diagnostics) = reader.read(bytes, of: file)
                return Item(file: file.file, content: content, diagnostics: diagnostics)
            }
        }
        return misplaced + items
    }

    private static func agendaFiles(_ root: String) throws -> [String] {
        guard Files.kind(of: "\(root)/agenda") == .folder else { return [] }
        return try Files.tree(below: "\(root)/agenda").filter { $0.hasSuffix(".csv") || $0.hasSuffix(".ics") }
            .map { "\(root)/agenda/\($0)" }
    }

    /// CAP messages beside the alerts in Markdown.
    private static func alertMessages(
        _ root: String, _ diagnostics: inout [Diagnostic],
    ) throws -> [(file: String, bytes: [UInt8])] {
        guard Files.kind(of: "\(root)/alerts") == .folder else { return [] }
        var found: [(file: String, bytes: [UInt8])] = []
        for path in try Files.tree(below: "\(root)/alerts") where path.hasSuffix(".xml") || path.hasSuffix(".cap") {
            let file = "\(root)/alerts/\(path)"
            if let bytes = try SourceFile.read(file, into: &diagnostics) { found.append((file, bytes)) }
        }
        return found
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
        guard let bytes = try SourceFile.read(path, into: &diagnostics) else { return nil }
        let (value, faults) = parse(bytes, path)
        diagnostics += faults
        return value
    }
}

extension Site {
    fileprivate var citesFacts: Bool {
        let texts = guides + pages + alerts.map(\.page) + editions.map(\.page) + communeNotes.values
        return !settings.emergency.isEmpty || texts.contains { $0.document.directives.contains { $0.name == "fact" } }
    }
}
