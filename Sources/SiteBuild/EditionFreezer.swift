import BulletinRendering
import Diagnostics
import Files
import Publishing
import SiteModel
import WebRendering

/// Keeps an edition as it goes to print: its jobs and its pages, whatever feeds and texts say later.
public struct EditionFreezer: Sendable {
    /// The file to write.
    public struct Frozen: Sendable {
        public let edition: Edition
        /// `content/bulletins/2026-11.frozen.ndjson.gz`
        public let file: String
        public let bytes: [UInt8]
        /// Communes whose bulletin it keeps.
        public let count: Int
    }

    private let options: BuildOptions
    private let progress: ProgressReport

    public init(_ options: BuildOptions, progress: @escaping ProgressReport = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Prints all of its bulletins first: what does not fit is not frozen.
    ///
    /// - Parameters:
    ///   - id: `2026-11`; the latest where it is `nil`.
    ///   - again: whether an edition that is frozen already may be.
    /// - Returns: `nil` where a fault stops the work.
    /// - Throws: `UnknownChoice` for an edition that there is not, or that is frozen already; errors of the disk.
    public func freeze(_ id: String?, again: Bool) async throws -> (frozen: Frozen?, diagnostics: [Diagnostic]) {
        var faults = FaultGathering(strict: options.strict)
        if !again, let id { try refuse(FrozenFile.path(of: id, below: options.content), id) }
        var options = options
        options.ignoresFrozenEditions = true
        progress(.reading)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let templates = faults.take(try WebTemplates.read("\(options.templates)/web"))
        let engine = faults.take(try await BulletinPress.engine(for: options))
        guard !faults.stopBuild, let site = inputs.site, let templates, let engine else { return (nil, faults.all) }
        let edition = try site.edition(named: id)
        let file = FrozenFile.path(of: edition)
        if !again { try refuse(file, edition.id) }
        let communes = site.communes.filter(edition.covers)
        var alone = site
        alone.editions = [edition]
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: options.workers)
        let printed = try await press.print(
            for: communes, in: alone, isWhole: false, documents: [.bulletin, .bulletinLarge], progress: progress)
        faults.add(printed.diagnostics)
        let renderer = WebRenderer(site: site, templates: templates.library, assets: templates.assets)
        faults.add(renderer.diagnostics)
        var twins: [(commune: INSEECode, twin: FrozenEdition.Twin)] = []
        if let place = site.editions.firstIndex(where: { $0.id == edition.id }) {
            for (index, commune) in site.communes.enumerated() where edition.covers(commune) {
                let (twin, diagnostics) = renderer.twinToFreeze(of: place, for: index)
                twins.append((commune.code, twin))
                faults.add(diagnostics)
            }
        }
        guard !faults.stopBuild else { return (nil, faults.all.oncePerPlace()) }
        var jobs: [FrozenFile.Job] = []
        let documents: [PrintDocument] = edition.page.frontMatter.print.contains(.large) ? [.bulletin, .bulletinLarge] : [.bulletin]
        for document in documents {
            let composer = BulletinComposer(edition: edition, site: alone, document: document)
            jobs += communes.map { FrozenFile.Job(commune: $0.code, job: composer.job(for: $0)) }
        }
        guard
            let bytes = FrozenFile.write(
                edition, on: options.today, jobs: jobs, twins: twins, templates: FrozenFile.digests(of: engine))
        else { return (nil, faults.all) }
        return (Frozen(edition: edition, file: file, bytes: bytes, count: communes.count), faults.all)
    }

    private func refuse(_ file: String, _ id: Edition.ID) throws {
        guard Files.kind(of: file) == .file else { return }
        throw UnknownChoice(
            "l’édition « \(id) » est déjà figée par « \(file) » ; « --force » la fige à nouveau, telle qu’elle est aujourd’hui")
    }
}
