import BulletinRendering
import Diagnostics
import French
import Publishing
import SiteModel
import WebRendering

/// Bulletins made for whoever prints them: nothing is published, and no output folder is needed.
public struct PrintShop: Sendable {
    /// Which bulletins of an edition are asked for. Names are as a person types them.
    public enum Choice: Sendable, Hashable {
        case all
        case commune(String)
        case brigade(String)
        case arrondissement(String)
    }

    /// One commune's bulletin.
    public struct Sheet: Sendable {
        public let commune: Commune
        /// `74010-annecy-bulletin-2026-11`
        public let name: String
        /// Path of the PDF in the cache: to be read, never written.
        public let file: String
        public let pages: Int
        /// Size in bytes.
        public let bytes: Int
        /// What was shortened or left out, in French.
        public let omitted: [String]
    }

    public struct Delivery: Sendable {
        public let diagnostics: [Diagnostic]
        /// In postal order: by postal code, then by name. Empty where a fault stops the work.
        public let sheets: [Sheet]
        /// What they are of, and what puts them together; `nil` where there are none.
        public let source: Source?
    }

    public struct Source: Sendable {
        public let edition: Edition
        public let site: Site
        let bindery: Bindery
    }

    private let options: BuildOptions
    private let progress: ProgressReport

    public init(_ options: BuildOptions, progress: @escaping ProgressReport = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Has the bulletins of `choice`, from the cache or set now.
    ///
    /// - Parameter edition: `2026-11`; the latest where it is `nil`.
    /// - Throws: `UnknownChoice` for names that lead to nothing; errors of the disk and the tools.
    public func bulletins(_ choice: Choice, edition: String?) async throws -> Delivery {
        var faults = FaultGathering(strict: options.strict)
        progress(.reading)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let engine = faults.take(try await BulletinPress.engine(for: options))
        guard !faults.stopBuild, var site = inputs.site, let engine else {
            return Delivery(diagnostics: faults.all, sheets: [], source: nil)
        }
        let chosen = try site.edition(named: edition)
        let communes = try site.communes(of: choice, in: chosen)
        site.editions = [chosen]
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: options.workers)
        let printed = try await press.print(for: communes, in: site, documents: [.bulletin], progress: progress)
        faults.add(printed.diagnostics)
        guard !faults.stopBuild else { return Delivery(diagnostics: faults.all, sheets: [], source: nil) }
        let sheets = communes.compactMap { commune -> Sheet? in
            let route = Route.bulletinPDF(chosen.id, of: commune)
            guard let document = printed.documents[route], let file = printed.file(of: route) else { return nil }
            return Sheet(
                commune: commune, name: Self.name(of: commune, chosen), file: file, pages: document.pages,
                bytes: document.bytes, omitted: document.omitted)
        }
        return Delivery(
            diagnostics: faults.all, sheets: sheets,
            source: Source(edition: chosen, site: site, bindery: Bindery(python: engine.python)))
    }

    private static func name(of commune: Commune, _ edition: Edition) -> String {
        "\(commune.code)-\(Slug.make(commune.name))-bulletin-\(edition.id)"
    }
}
