import BulletinRendering
public import Diagnostics
import Publishing
import Search
import SiteModel
import WebRendering

/// Makes what takes long of a preview: PDFs, the index of the search, and the faults of pages that nobody has looked at.
///
/// PDFs go to the cache that builds use: what was previewed is not typeset again to be published.
public struct PreviewPress: Sendable {
    /// Communes whose PDFs are made before it is asked whether they are still wanted: a start of the workers each.
    private static let batch = 32

    private let options: BuildOptions

    public init(_ options: BuildOptions) { self.options = options }

    /// The preview with all that a build would add to it.
    ///
    /// - Throws: `CancellationError` when the task is cancelled: what was typeset stays in the cache.
    public func complete(_ preview: SitePreview) async throws -> (preview: SitePreview, diagnostics: [Diagnostic]) {
        var faults = FaultGathering(strict: options.strict)
        var additions = SitePreview.Additions()
        additions.images = preview.additions.images
        if let engine = faults.take(try await BulletinPress.engine(for: options)) {
            let press = try press(engine)
            for start in stride(from: 0, to: preview.site.communes.count, by: Self.batch) {
                try Task.checkCancellation()
                let communes = preview.site.communes.dropFirst(start).prefix(Self.batch)
                _ = try await press.print(for: Array(communes), in: preview.site, isWhole: false, images: preview.additions.images) { _ in }
            }
            try Task.checkCancellation()
            additions.printed = try await press.print(for: preview.site.communes, in: preview.site, images: preview.additions.images) { _ in }
            faults.add(additions.printed.diagnostics)
        }
        try Task.checkCancellation()
        let search = faults.take(try await SiteIndex.open(options))
        additions.hasSearch = search != nil
        let index = try await SiteIndex.files(search, of: preview.site) { preview.index(marked: $0) }
        for file in faults.take(index) ?? [] { additions.index[Route.searchIndex.file(file.path)] = file.bytes }
        let complete = SitePreview(site: preview.site, templates: preview.templates, additions: additions)
        let writer = PageWriter(renderer: complete.renderer, workers: options.workers) { _ in }
        faults.add(try await writer.write(complete.renderer.pages, to: nil))
        return (complete, faults.all)
    }

    /// The preview with the PDFs of these pages, soon enough for who looks at them: those of a commune, or of all guides
    /// and alerts.
    ///
    /// - Parameter paths: below the output folder, of pages or of PDFs.
    public func printing(for paths: Set<String>, in preview: SitePreview) async throws -> SitePreview {
        let communes = preview.site.communes.filter { commune in
            let folder = Route.commune(commune).path.dropFirst()
            return paths.contains { $0.hasPrefix(folder) }
        }
        let isWhole = paths.contains { $0.hasPrefix(Route.guides.path.dropFirst()) || $0.hasPrefix(Route.alerts.path.dropFirst()) }
        guard isWhole || !communes.isEmpty, let engine = try await BulletinPress.engine(for: options).engine else { return preview }
        var additions = preview.additions
        additions.printed.merge(try await press(engine).print(
            for: communes, in: preview.site, isWhole: isWhole, images: preview.additions.images) { _ in })
        return SitePreview(site: preview.site, templates: preview.templates, additions: additions)
    }

    private func press(_ engine: PrintEngine) throws -> BulletinPress {
        try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: options.workers)
    }
}

extension SitePreview {
    /// The index, where it was made from the same records.
    fileprivate func index(marked mark: SearchEngine.File) -> [SearchEngine.File]? {
        let root = Route.searchIndex.file("")
        guard additions.index[root + mark.path] == mark.bytes else { return nil }
        return additions.index.map { SearchEngine.File(path: String($0.key.dropFirst(root.count)), bytes: $0.value) }
    }
}
