import BulletinRendering
import Consultations
import Diagnostics
import French
import Publishing
import SiteModel

/// Letters to mayors, made for whoever prints and sends them: nothing of them is published.
public struct LetterShop: Sendable {
    public struct Delivery: Sendable {
        public let diagnostics: [Diagnostic]
        /// How many letters there are; none where a fault stops the work.
        public let count: Int
        /// Communes of which no feed gives the address of the town hall.
        public let withoutAddress: [Commune]
        let parts: [Bindery.Part]
        let title: String
        let bindery: Bindery?

        /// Joins them in one PDF, in postal order, each from the front of a leaf on.
        ///
        /// - Returns: its number of pages, blank ones included.
        public func join(to file: String) async throws -> Int {
            try await bindery?.join(parts, title: title, to: file) ?? 0
        }
    }

    private let options: BuildOptions
    private let progress: ProgressReport

    public init(_ options: BuildOptions, progress: @escaping ProgressReport = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// The letters that invite the mayors of `choice` to a consultation, as far as their communes are asked.
    ///
    /// - Throws: `UnknownChoice` for names that lead to nothing; errors of the disk and the tools.
    public func invitations(to slug: Consultation.ID, _ choice: PrintShop.Choice) async throws -> Delivery {
        var faults = FaultGathering(strict: options.strict)
        progress(.reading)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        let engine = faults.take(try await BulletinPress.engine(for: options))
        guard !faults.stopBuild, let site = inputs.site, let engine else { return Self.nothing(faults) }
        guard let consultation = site.consultations.first(where: { $0.slug == slug }) else {
            throw UnknownChoice("aucune consultation ne s’appelle « \(slug) »")
        }
        let asked = Set(AskedCommune.asked(by: consultation, of: site).map(\.code))
        let communes = try site.communes(of: choice).filter { asked.contains($0.code) }
        let composer = ConsultationComposer(consultation, site: site)
        let orders = communes.map { commune in
            PrintOrder(route: Self.place(of: commune), job: composer.invitation(for: commune))
        }
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content,
            workers: options.workers)
        let printed = try await press.print(orders, in: site, progress: progress)
        faults.add(printed.diagnostics)
        guard !faults.stopBuild else { return Self.nothing(faults) }
        let parts = communes.compactMap { commune in
            printed.file(of: Self.place(of: commune)).map { Bindery.Part(bookmark: Self.bookmark(commune), file: $0) }
        }
        let notice = site.notice.map { " (\($0))" } ?? ""
        return Delivery(
            diagnostics: faults.all, count: parts.count, withoutAddress: communes.filter { $0.townHall?.address == nil },
            parts: parts, title: "\(consultation.title)\u{A0}: lettres aux maires\(notice)", bindery: Bindery(python: engine.python))
    }

    private static func nothing(_ faults: FaultGathering) -> Delivery {
        Delivery(diagnostics: faults.all, count: 0, withoutAddress: [], parts: [], title: "", bindery: nil)
    }

    /// What a letter is known by while it is made; it has no address.
    private static func place(of commune: Commune) -> Route { Route("/\(commune.code)") }

    private static func bookmark(_ commune: Commune) -> String {
        Typography.apply(commune.name) + (commune.postalCodes.first.map { " (\($0))" } ?? "")
    }
}
