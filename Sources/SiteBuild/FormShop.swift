import BulletinRendering
public import Diagnostics
import Publishing
public import SiteModel

/// Forms for town halls, filled in with what is public of each commune: made for whoever hands them out, never published.
public struct FormShop: Sendable {
    public struct Form: Sendable {
        public let commune: Commune
        /// `74080-la-clusaz-numero-d-alerte.pdf`
        public let name: String
        /// Path of the PDF in the cache: to be read, never written.
        public let file: String
    }

    public struct Delivery: Sendable {
        public let diagnostics: [Diagnostic]
        /// In postal order; none where a fault stops the work.
        public let forms: [Form]
    }

    private let options: BuildOptions
    private let progress: ProgressReport

    public init(_ options: BuildOptions, progress: @escaping ProgressReport = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// The forms by which the town halls of `choice` give their alert number.
    ///
    /// - Throws: `UnknownChoice` for names that lead to nothing; errors of the disk and the tools.
    public func alertNumbers(_ choice: PrintShop.Choice) async throws -> Delivery {
        var faults = FaultGathering(strict: options.strict)
        progress(.reading)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let engine = faults.take(try await BulletinPress.engine(for: options))
        guard !faults.stopBuild, let site = inputs.site, let engine else { return Delivery(diagnostics: faults.all, forms: []) }
        let communes = try site.communes(of: choice)
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: options.workers)
        let composer = AlertNumberComposer(site: site)
        let orders = communes.map { PrintOrder(route: Self.place(of: $0), job: composer.job(for: $0)) }
        let printed = try await press.print(orders, in: site, progress: progress)
        faults.add(printed.diagnostics)
        guard !faults.stopBuild else { return Delivery(diagnostics: faults.all, forms: []) }
        return Delivery(
            diagnostics: faults.all,
            forms: communes.compactMap { commune in
                printed.file(of: Self.place(of: commune)).map {
                    Form(commune: commune, name: "\(commune.code)-\(Slug.make(commune.name))-numero-d-alerte.pdf", file: $0)
                }
            })
    }

    /// What a form is known by while it is made; it has no address.
    private static func place(of commune: Commune) -> Route { Route("/\(commune.code)") }
}
