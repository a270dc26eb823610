import Diagnostics
import FeedReading
import Figures
import Files
import Publishing
import Search
import SiteModel
import WebRendering

/// The pipeline, whole: read → assemble → print bulletins → render pages → publish.
///
/// People's faults come back as diagnostics, all of them; only the disk and the tools throw. Until the last step
/// the published site is not touched.
public struct SiteBuilder: Sendable {
    public struct Outcome: Sendable {
        public let diagnostics: [Diagnostic]
        /// `nil` when nothing was published.
        public let publication: Publication?
        public let pages: Int
        public let bulletins: BulletinPress.Count
        /// What bulletins left out.
        public let omissions: OmissionSummary
        public let reminder: PublicReminder?
        /// `nil` when nothing was published.
        public let outline: SiteOutline?
        /// Of a check: what it looked at besides what every build does; `nil` where a fault kept it from that.
        public let review: SiteReview?
        /// What the pages were made from, ten thousand texts: a command that ends need not take them apart.
        private let kept: WebRenderer?

        init(
            _ diagnostics: [Diagnostic], publication: Publication? = nil, pages: Int = 0,
            bulletins: BulletinPress.Count = .init(), omissions: OmissionSummary = .init(), reminder: PublicReminder? = nil,
            outline: SiteOutline? = nil,
            review: SiteReview? = nil, keeping kept: WebRenderer? = nil,
        ) {
            self.diagnostics = diagnostics
            self.publication = publication
            self.pages = pages
            self.bulletins = bulletins
            self.omissions = omissions
            self.reminder = reminder
            self.outline = outline
            self.review = review
            self.kept = kept
        }
    }

    let options: BuildOptions
    let progress: ProgressReport

    public init(_ options: BuildOptions, progress: @escaping ProgressReport = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Builds and publishes.
    public func build() async throws -> Outcome {
        var faults = FaultGathering(strict: options.strict)
        let folder = faults.take(try OutputFolder.open(options.output))
        progress(.reading)
        // Fonts and print templates are read beside the texts.
        async let found = BulletinPress.engine(for: options)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let templates = faults.take(try WebTemplates.read("\(options.templates)/web"))
        let engine = faults.take(try await found)
        let scope = faults.take(try BuildScope.open(options, folder: folder, site: inputs.site))
        let searchIndex = faults.take(try await SiteIndex.open(options))
        guard !faults.stopBuild, let folder, let read = inputs.site, let templates, let scope else {
            faults.add(try await rehearse(inputs.site, templates))
            return Outcome(faults.all)
        }

        let press = try engine.map {
            try BulletinPress(engine: $0, cacheFolder: folder.cacheFolder, content: options.content, workers: options.workers)
        }
        let imagePress = try ImagePress.open(for: read, options)
        let images = faults.take(try await imagePress?.make(read) ?? (nil, []))
        let site = read.showing(images)
        let printed = try await press?.print(
            for: scope.communes(of: site), in: site, isWhole: scope.isWhole, images: images,
            progress: progress)
        faults.add(printed?.diagnostics ?? [])
        let renderer = WebRenderer(
            site: site, templates: templates.library, assets: templates.assets,
            printed: printed?.documents ?? [:], drawnCodes: press?.drawnCodes ?? DrawnCodes(), hasSearch: searchIndex != nil)
        async let indexed = SiteIndex.files(searchIndex, of: site) { try SiteIndex.published(in: folder, marked: $0) }
        let staging = try Staging(for: folder)
        defer { staging.discard() }
        let pages = scope.pages(of: renderer)
        let writer = PageWriter(renderer: renderer, workers: options.workers, progress: progress)
        faults.add(try await writer.write(pages, to: staging))
        let index = faults.take(try await indexed) ?? []
        guard !faults.stopBuild else { return Outcome(faults.all) }

        progress(.publishing)
        for file in index { try staging.write(Route.searchIndex.file(file.path), file.bytes) }
        try await SiteFiles(site: site, renderer: renderer, templates: templates)
            .write(of: scope.communes(of: site), isWhole: scope.isWhole, to: staging, workers: options.workers)
        try printed?.link(into: staging)
        try images?.link(into: staging)
        if let script = templates.serviceWorker, renderer.offers.hasOfflinePage {
            let worker = renderer.serviceWorker(script, version: String(staging.digest.description.prefix(16)))
            try staging.write(worker.route.outputFile, worker.bytes)
        }
        try scope.carryOver(into: staging)
        let reminder = PublicReminder(site, former: try folder.manifest())
        let publication = try staging.publish(
            baseURL: site.settings.baseURL, notice: site.notice,
            feeds: try inputs.manifestFeeds(),
            facts: site.facts.values.map { BuildManifest.FactValue(id: $0.id, value: $0.value) },
            records: BuildManifest.records(of: site.communes, site.units))
        try press?.cleanUp(after: printed, isWhole: scope.isWhole)
        try imagePress?.cleanUp(after: images)
        // What is said of a site that is published already stops nothing, strict or not.
        return Outcome(
            faults.all + publication.diagnostics, publication: publication, pages: pages.count,
            bulletins: printed?.count ?? .init(),
            omissions: OmissionSummary(printed?.documents ?? [:], scope.communes(of: site), in: site), reminder: reminder,
            outline: options.wantsOutline ? SiteOutline(site) : nil, keeping: renderer)
    }

    /// Checks the inputs and renders every page, without writing anything or typesetting.
    public func check() async throws -> Outcome {
        var faults = FaultGathering(strict: options.strict)
        progress(.reading)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let templates = faults.take(try WebTemplates.read("\(options.templates)/web"))
        guard let site = inputs.site, let templates, templates.isSound else { return Outcome(faults.all) }
        let renderer = WebRenderer(site: site, templates: templates.library, assets: templates.assets)
        let (links, found) = try await RenderedLinks.gather(renderer, workers: options.workers, progress: progress)
        faults.add(found)
        // What does not render leads nowhere yet.
        guard !faults.stopBuild else { return Outcome(faults.all, pages: renderer.pages.count) }
        let review = try await SiteReview.of(site, renderer, templates, links, options)
        faults.add(review.diagnostics)
        return Outcome(faults.all, pages: renderer.pages.count, review: review)
    }

    /// Renders every page for the faults of templates alone, which no fault of a text must hide.
    private func rehearse(
        _ site: Site?, _ templates: WebTemplates?,
    ) async throws -> [Diagnostic] {
        guard let site, let templates, templates.isSound else { return [] }
        let renderer = WebRenderer(site: site, templates: templates.library, assets: templates.assets)
        let writer = PageWriter(renderer: renderer, workers: options.workers, progress: progress)
        return try await writer.write(renderer.pages, to: nil)
    }
}

extension SiteInputs {
    /// The feeds as later builds compare them.
    fileprivate func manifestFeeds() throws(DiskError) -> [BuildManifest.FeedSummary] {
        let feeds = Dictionary((site?.feeds ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var summaries: [BuildManifest.FeedSummary] = []
        for summary in feedSummaries {
            guard let feed = feeds[summary.id] else { continue }
            summaries.append(
                BuildManifest.FeedSummary(
                    id: feed.id, vintage: feed.vintage, sha256: try Digest(ofFile: feed.file), rows: summary.kept,
                    communes: summary.communes, retrieved: feed.retrieved.description))
        }
        return summaries
    }
}

/// The diagnostics of a build so far, and whether they stop it.
struct FaultGathering {
    let strict: Bool
    private(set) var all: [Diagnostic] = []

    init(strict: Bool) { self.strict = strict }

    mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics.judged(strictly: strict) }

    mutating func take<Value>(_ result: (Value?, [Diagnostic])) -> Value? {
        add(result.1)
        return result.0
    }

    var stopBuild: Bool { all.hasErrors }
}
