import BulletinRendering
import Diagnostics
import ExternalTools
import Figures
import FoundationEssentials
import Publishing
import SiteModel
import Synchronization
import WebRendering

/// Bulletins that are in the cache are taken from it; the others are typeset and put there.
public struct BulletinPress: Sendable {
    /// How many bulletins there are, and where they came from.
    public struct Count: Sendable, Hashable {
        /// Typeset in this build.
        public var made = 0
        public var cached = 0
        public var all: Int { made + cached }

        public init() {}
    }

    /// The bulletins of a build.
    struct Printed: Sendable {
        var documents: [Route: PrintedDocument] = [:]
        var diagnostics: [Diagnostic] = []
        var count = Count()
        fileprivate var files: [(route: Route, entry: FileCache.Entry)] = []
        fileprivate var keys: [Digest] = []

        /// Path of a PDF in the cache.
        func file(of route: Route) -> String? { files.first { $0.route == route }?.entry.file }

        /// What others hold of a document takes the place of what this one does.
        mutating func merge(_ other: Printed) {
            documents.merge(other.documents) { _, new in new }
            files.removeAll { other.documents[$0.route] != nil }
            files += other.files
        }

        func link(into staging: Staging) throws {
            for file in files {
                try staging.link(file.entry.file, to: file.route.outputFile, sha256: file.entry.sha256)
            }
        }
    }

    private let engine: PrintEngine
    private let cache: FileCache
    private let workers: Int
    private let content: String
    private let coverage: FontCoverage
    /// Of everything but the job.
    private let engineDigests: [PrintDocument: Digest]
    /// QR codes of all that this press was asked for.
    let drawnCodes = DrawnCodes()

    /// `nil` without diagnostics when no bulletin is asked for; with them, when a tool, a font or a template is
    /// missing.
    static func engine(
        for options: BuildOptions,
    ) async throws -> (engine: PrintEngine?, diagnostics: [Diagnostic]) {
        guard options.printsBulletins else { return (nil, []) }
        var diagnostics: [Diagnostic] = []
        let python = Python.find(
            option: options.python, variable: options.pythonVariable, project: ".", into: &diagnostics)
        do {
            let engine = try await PrintEngine.find(
                python: python, templates: "\(options.templates)/print", into: &diagnostics)
            return (engine, diagnostics)
        } catch let failure as ToolFailure {
            return (nil, diagnostics + [failure.diagnostic])
        }
    }

    /// - Parameter content: folder of the texts, for messages.
    init(engine: PrintEngine, cacheFolder: String, content: String, workers: Int) throws {
        self.engine = engine
        self.content = content
        coverage = engine.fonts.coverage
        cache = try FileCache(folder: cacheFolder)
        self.workers = workers
        let common = Self.digest(engine.commonMaterial)
        var digests: [PrintDocument: Digest] = [:]
        for document in PrintDocument.allCases { digests[document] = Self.digest(engine.material(of: document), after: common) }
        engineDigests = digests
    }

    private static func digest(_ materials: [(name: String, bytes: [UInt8])], after former: Digest? = nil) -> Digest {
        var hasher = Digest.Hasher()
        if let former { hasher.combine(former) }
        for material in materials {
            hasher.combine(material.name)
            hasher.combine(material.bytes)
        }
        return hasher.finalize()
    }

    /// Under which the PDF of a job is kept.
    private func cacheKey(_ job: PrintJob) -> Digest {
        var hasher = Digest.Hasher()
        if let digest = engineDigests[job.document] { hasher.combine(digest) }
        hasher.combine(job.data)
        return hasher.finalize()
    }

    func key(of order: PrintOrder) -> Key {
        let printable = order.job.printable(with: coverage)
        let job = printable?.job ?? order.job
        var parts = engine.commonMaterial.map { (name: Self.words($0.name), digest: Digest(of: $0.bytes)) }
        parts += engine.material(of: job.document).map { ("gabarit \($0.name)", Digest(of: $0.bytes)) }
        parts.append(("textes et données de cet imprimé (\(job.data.count) octets)", Digest(of: job.data)))
        let key = cacheKey(job)
        return Key(digest: key, parts: parts, result: lookup(key)?.result)
    }

    private static func words(_ material: String) -> String {
        switch material {
        case "worker": "programme de composition"
        case "pikepdf", "typst": "version de \(material)"
        case let file where file.hasSuffix(".json"): "liste des polices \(file)"
        default: "police \(material)"
        }
    }

    /// All that is printed for these communes. A tool that cannot work is a diagnostic, so that the faults of pages are
    /// told with it.
    ///
    /// - Parameters:
    ///   - isWhole: whether guides and alerts are printed too.
    ///   - documents: which kinds; all of them where it is `nil`.
    func print(
        for communes: [Commune], in site: Site, isWhole: Bool = true, documents: Set<PrintDocument>? = nil,
        images: ImagePress.Made? = nil, progress: @escaping ProgressReport,
    ) async throws -> Printed {
        do {
            return try await printAll(
                for: communes, in: site, isWhole: isWhole, documents: documents, images: images, progress: progress)
        } catch let failure as ToolFailure {
            var printed = Printed()
            printed.diagnostics = [failure.diagnostic]
            return printed
        }
    }

    private func printAll(
        for communes: [Commune], in site: Site, isWhole: Bool, documents: Set<PrintDocument>?,
        images: ImagePress.Made?, progress: @escaping ProgressReport,
    ) async throws -> Printed {
        let orders = try await PrintOrders(site: site, documents: documents, workers: workers, drawnCodes: drawnCodes)
            .orders(for: communes, isWhole: isWhole)
        return try await print(orders, in: site, images: images, progress: progress)
    }

    /// Has these orders, from the cache or set now.
    func print(
        _ asked: [PrintOrder], in site: Site, images: ImagePress.Made? = nil, progress: @escaping ProgressReport,
    ) async throws -> Printed {
        let orders = try await looked(up: asked)
        var printed = Printed()
        printed.diagnostics = engine.templates.faults(for: Set(orders.map(\.job.document)))
        guard printed.diagnostics.isEmpty else { return printed }
        printed.keys = orders.map(\.cacheKey)
        let missing = orders.filter { $0.cached == nil }
        printed.count.cached = orders.count - missing.count
        printed.count.made = missing.count
        let made = try await typeset(missing, images, progress: progress)
        var faults = PrintFaults()
        var next = made.makeIterator()
        for order in orders {
            if let cached = order.cached {
                printed.add(order, cached.entry, cached.result)
                continue
            }
            switch next.next() {
            case .printed(let entry, let result): printed.add(order, entry, result)
            case .failed(let diagnostics): faults.add(diagnostics, of: order.job.subject)
            case nil: break
            }
        }
        var signs = MissingSigns(content: content)
        for order in orders { signs.add(order.missingSigns, of: order.job.subject) }
        printed.diagnostics = faults.diagnostics + signs.diagnostics(of: site) + FrozenTemplates.changes(site, engine)
        return printed
    }

    /// What is known of the bulletins of a commune that are in the cache, without typesetting.
    func ready(for commune: Commune, in site: Site) async throws -> [Route: PrintedDocument] {
        var printed = Printed()
        let asked = try await PrintOrders(site: site, documents: [.bulletin], workers: workers, drawnCodes: drawnCodes).orders(for: [commune], isWhole: false)
        for order in try await looked(up: asked) {
            if let cached = order.cached { printed.add(order, cached.entry, cached.result) }
        }
        return printed.documents
    }

    /// Forgets the PDFs that no recent build used.
    func cleanUp(after printed: Printed?, isWhole: Bool) throws {
        if isWhole, let printed { try cache.removeUnused(keeping: printed.keys) }
    }

    // MARK: - Orders

    /// A bulletin to be had, from the cache or from a worker.
    fileprivate struct Order: Sendable {
        let route: Route
        let job: PrintJob
        /// Characters that no font has, left out of the job.
        let missingSigns: [UInt32]
        let cacheKey: Digest
        let cached: (entry: FileCache.Entry, result: PrintResult)?
    }

    private func looked(up orders: [PrintOrder]) async throws -> [Order] {
        try await Parallel.map(orders, workers: workers, chunk: 16) { orders in
            orders.map { order in
                let printable = order.job.printable(with: coverage)
                let job = printable?.job ?? order.job
                let cacheKey = cacheKey(job)
                return Order(
                    route: order.route, job: job, missingSigns: printable?.missing ?? [], cacheKey: cacheKey,
                    cached: lookup(cacheKey))
            }
        }
    }

    private func lookup(_ key: Digest) -> (entry: FileCache.Entry, result: PrintResult)? {
        guard let entry = cache.lookup(key),
            let result = try? JSONDecoder().decode(PrintResult.self, from: Data(entry.record))
        else { return nil }
        return (entry, result)
    }

    private enum Made: Sendable {
        case printed(FileCache.Entry, PrintResult)
        case failed([Diagnostic])
    }

    private func typeset(
        _ orders: [Order], _ images: ImagePress.Made?, progress: @escaping ProgressReport,
    ) async throws -> [Made] {
        guard !orders.isEmpty else { return [] }
        let folder = try cache.makeWorkFolder()
        defer { try? cache.removeWorkFolder(folder) }
        let counter = Counter()
        progress(.printing(done: 0, of: orders.count))
        let outcomes = try await engine.run(
            orders.map(\.job), images: images?.printable ?? [:], workers: workers, in: folder
        ) { _, _ in
            progress(.printing(done: counter.increment(), of: orders.count))
        }
        return try zip(orders, outcomes).map { order, outcome in
            switch outcome.value {
            case .failed(let diagnostics): return .failed(diagnostics)
            case .printed(let file, let result):
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                let record = Array(try encoder.encode(result))
                return .printed(try cache.store(order.cacheKey, moving: file, record: record), result)
            }
        }
    }
}

extension BulletinPress.Printed {
    fileprivate mutating func add(_ order: BulletinPress.Order, _ entry: FileCache.Entry, _ result: PrintResult) {
        documents[order.route] = PrintedDocument(
            pages: result.pages, bytes: entry.size, omitted: result.omitted.compactMap { Omission($0)?.words })
        files.append((order.route, entry))
    }
}

/// Counts from several tasks.
final class Counter: Sendable {
    private let count = Atomic(0)

    func increment(by step: Int = 1) -> Int { count.add(step, ordering: .relaxed).newValue }
}
