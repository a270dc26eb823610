import Diagnostics
import Files
import SiteBuild

/// The site on one date, read again whenever its sources change.
///
/// What cannot be made leaves the last site that could be in its place, with the faults.
actor LiveSite {
    /// Of silence before PDFs that nobody looks at are typeset.
    private static let rest = Duration.seconds(2)

    private let date: String?
    private let options: @Sendable () throws -> BuildOptions
    private let viewers: Viewers
    private let log: @Sendable (String) -> Void

    private var preview: SitePreview?
    private(set) var report = FaultReport([])
    /// Whether PDFs and index are those of `preview`.
    private var isComplete = false
    /// Changes of the sources so far, and how many of them were read.
    private var changes = 1
    private var changesRead = 0
    private var reading: Task<Void, Never>?
    private var completing: Task<Void, Never>?

    init(
        on date: String?, options: @escaping @Sendable () throws -> BuildOptions, viewers: Viewers,
        log: @escaping @Sendable (String) -> Void,
    ) {
        self.date = date
        self.options = options
        self.viewers = viewers
        self.log = log
    }

    /// The last site that could be made of the sources as they are now, or before; `nil` until there was one.
    func current() async -> SitePreview? {
        await read()
        return preview
    }

    /// A file as a build would publish it; a PDF is typeset for it if need be.
    func file(at path: String) async -> (file: SitePreview.File, faults: [Diagnostic])? {
        await read()
        if path.hasSuffix(".pdf"), !isComplete { await print([path]) }
        return preview?.file(at: path)
    }

    func fingerprint(of path: String) async -> Int? { await current()?.fingerprint(of: path) }

    func sourcesChanged() {
        changes += 1
        isComplete = false
        completing?.cancel()
        // The terminal shows the faults of today, whoever looks at it.
        if date == nil || !viewers.paths(on: date).isEmpty { _ = startReading() }
    }

    private func read() async {
        while changesRead < changes { await startReading().value }
    }

    private func startReading() -> Task<Void, Never> {
        if let reading { return reading }
        let task = Task {
            while changesRead < changes { await readOnce() }
            reading = nil
            completing = Task { await complete() }
        }
        reading = task
        return task
    }

    private func readOnce() async {
        let change = changes
        let start = ContinuousClock.now
        do {
            let (found, diagnostics) = try await SitePreview.read(try options(), after: preview)
            // A page that is looked at and that its template cannot make: the last good one stays.
            let faults = viewers.paths(on: date).flatMap { found?.file(at: $0)?.faults ?? [] }
            report = FaultReport(diagnostics + faults)
            if let found, !faults.hasErrors { preview = found }
        } catch {
            report = FaultReport(failure: error)
        }
        changesRead = change
        log("relu en \(Int((ContinuousClock.now - start) / .milliseconds(1))) ms\(report.text.isEmpty ? "" : "\n\(report.text)")")
        tell()
    }

    // MARK: - What takes long

    private func complete() async {
        await print(viewers.paths(on: date))
        do {
            try await Task.sleep(for: Self.rest)
            guard let preview else { return }
            let change = changes
            let (complete, diagnostics) = try await PreviewPress(try options()).complete(preview)
            guard change == changes else { return }
            self.preview = complete
            isComplete = true
            if !report.stops { report = FaultReport(diagnostics, also: report) }
            log(report.stops ? report.text : "tout est prêt, PDF et recherche compris")
            tell()
        } catch is CancellationError {
        } catch {
            report = FaultReport(failure: error)
            log(report.text)
            tell()
        }
    }

    /// The PDFs that these files are, or lead to.
    private func print(_ paths: Set<String>) async {
        guard let preview, let options = try? options(), options.printsBulletins else { return }
        let change = changes
        let press = PreviewPress(options)
        guard let printed = try? await press.printing(for: paths, in: preview), change == changes else { return }
        self.preview = printed
        tell()
    }

    private func tell() {
        viewers.tell(on: date, report) { [preview] in preview?.fingerprint(of: $0) }
    }
}

extension SitePreview {
    /// `nil` where there is no such file, or none without faults.
    fileprivate func fingerprint(of path: String) -> Int? {
        file(at: path).flatMap { $0.faults.hasErrors ? nil : $0.file.fingerprint }
    }
}

extension SitePreview.File {
    /// Another one for other contents, while the program runs.
    var fingerprint: Int {
        var hasher = Hasher()
        switch self {
        case .bytes(let bytes): hasher.combine(bytes)
        // Named after what it was made from.
        case .path(let path): hasher.combine(path)
        }
        return hasher.finalize()
    }
}
