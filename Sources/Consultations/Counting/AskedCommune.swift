public import SiteModel

/// A commune that is asked, and the groups that its answers are counted in.
public struct AskedCommune: Sendable, Hashable {
    public struct Group: Sendable, Hashable {
        /// As in `ConsultationResults.Participation.Row`.
        public let id: String
        public let label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    public let code: INSEECode
    /// `nil` where no feed names it.
    public let arrondissement: Group?
    /// `nil` where no brigade answers for the commune.
    public let brigade: Group?
    /// `nil` where no feed gives its population.
    public let size: Group?

    public init(code: INSEECode, arrondissement: Group?, brigade: Group?, size: Group?) {
        self.code = code
        self.arrondissement = arrondissement
        self.brigade = brigade
        self.size = size
    }

    /// Those that a consultation asks, of all communes of the site.
    public static func asked(by consultation: Consultation, of site: Site) -> [AskedCommune] {
        site.communes(askedBy: consultation).map { commune in
            let brigade = commune.unitIDs.lazy.compactMap { site.units[$0] }.first { $0.institution == .gendarmerie }
            return AskedCommune(
                code: commune.code,
                arrondissement: commune.arrondissement.isEmpty
                    ? nil : Group(id: commune.arrondissement, label: commune.arrondissement),
                brigade: brigade.map { Group(id: $0.id, label: $0.name) }, size: commune.population.map(size))
        }
    }

    /// Classes of population, their first and last number of inhabitants.
    static let sizes: [(lowest: Int, label: String)] = [
        (0, "moins de 500 habitants"), (500, "de 500 à 1 999 habitants"), (2000, "de 2 000 à 9 999 habitants"),
        (10_000, "10 000 habitants et plus"),
    ]

    static func size(of population: Int) -> Group {
        let size = sizes.last { $0.lowest <= population } ?? sizes[0]
        return Group(id: "\(size.lowest)", label: size.label)
    }
}
