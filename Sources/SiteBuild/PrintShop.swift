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
        /// `nil` with the sheets.
        public let edition: Edition?
        public let site: Site?
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
            return Delivery(diagnostics: faults.all, sheets: [], edition: nil, site: nil)
        }
        let chosen = try Self.edition(edition, of: site)
        let communes = try Self.communes(choice, of: site)
        site.editions = [chosen]
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), workers: options.workers)
        let printed = try await press.print(for: communes, in: site, progress: progress)
        faults.add(printed.diagnostics)
        guard !faults.stopBuild else { return Delivery(diagnostics: faults.all, sheets: [], edition: nil, site: nil) }
        let sheets = communes.compactMap { commune -> Sheet? in
            let route = Route.bulletinPDF(chosen.id, of: commune)
            guard let document = printed.documents[route], let file = printed.file(of: route) else { return nil }
            return Sheet(
                commune: commune, name: Self.name(of: commune, chosen), file: file, pages: document.pages,
                bytes: document.bytes, omitted: document.omitted)
        }
        return Delivery(diagnostics: faults.all, sheets: sheets, edition: chosen, site: site)
    }

    private static func name(of commune: Commune, _ edition: Edition) -> String {
        "\(commune.code)-\(Slug.make(commune.name))-bulletin-\(edition.id)"
    }

    private static func edition(_ id: String?, of site: Site) throws -> Edition {
        guard let latest = site.editions.first else {
            throw UnknownChoice("ce site n’a aucune édition du bulletin à la date de la fabrication")
        }
        guard let id else { return latest }
        if let edition = site.editions.first(where: { $0.id == id }) { return edition }
        throw UnknownChoice(
            "il n’y a pas d’édition « \(id) » ; éditions de ce site : \(FrenchText.list(site.editions.map { "« \($0.id) »" }))")
    }

    /// In postal order.
    private static func communes(_ choice: Choice, of site: Site) throws -> [Commune] {
        let postal = site.communes.sorted { left, right in
            let (first, second) = (left.postalCodes.first ?? "", right.postalCodes.first ?? "")
            if first != second { return first < second }
            let (key, other) = (FrenchText.collationKey(left.name), FrenchText.collationKey(right.name))
            return key == other ? left.code < right.code : key.lexicographicallyPrecedes(other)
        }
        switch choice {
        case .all: return postal
        case .commune(let typed):
            let found = NamedChoice<Commune>(site.communes).find(typed)
            guard case .one(let commune) = found else {
                throw UnknownChoice(
                    typed, among: "aucune commune \(site.settings.departement.genitive) n’a ce nom ou ce code :", found)
            }
            return [commune]
        case .brigade(let typed):
            let units = site.units.values.sorted { $0.id < $1.id }
            let found = NamedChoice<Unit>(units).find(typed)
            guard case .one(let unit) = found else {
                throw UnknownChoice(typed, among: "aucune brigade ni aucun commissariat ne s’appelle", found)
            }
            return postal.filter { $0.unitIDs.contains(unit.id) }
        case .arrondissement(let typed):
            var names = NamedChoice<String>()
            for name in Set(site.communes.map(\.arrondissement)).sorted() where !name.isEmpty {
                names.add(name, shown: name, names: [name])
            }
            let found = names.find(typed)
            guard case .one(let name) = found else {
                throw UnknownChoice(typed, among: "aucun arrondissement ne s’appelle", found)
            }
            return postal.filter { $0.arrondissement == name }
        }
    }
}
