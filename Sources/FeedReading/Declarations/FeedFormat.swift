/// The readers, by the name that `format:` has in `feeds.yml`.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    /// The project's own table of communes.
    case communes
    /// The project's own table of brigades and police stations.
    case units
    /// `v_commune_<year>.csv` of INSEE's *Code officiel géographique*.
    case cogCommunes = "insee-cog-communes"
    /// `v_mvt_commune_<year>.csv`.
    case cogMovements = "insee-cog-movements"
    /// `v_arrondissement_<year>.csv`.
    case cogArrondissements = "insee-cog-arrondissements"
    /// `donnees_communes.csv`: INSEE's legal populations.
    case populations = "insee-populations"
    /// Which gendarmerie and police services answer for each commune, by the ministry of the Interior.
    case competence = "competence-territoriale"
    /// La Poste's postal codes.
    case postalCodes = "postal-codes"
    /// The mayors of the *Répertoire national des élus*.
    case mayors = "rne-maires"
    /// Any table with an INSEE column; `feeds.yml` names the columns that pages show.
    case details = "table"

    var reader: any FeedContent.Type {
        switch self {
        case .communes: CommuneTable.self
        case .units: UnitTable.self
        case .cogCommunes: COGCommunes.self
        case .cogMovements: COGMovements.self
        case .cogArrondissements: COGArrondissements.self
        case .populations: LegalPopulations.self
        case .competence: TerritorialCompetence.self
        case .postalCodes: PostalCodes.self
        case .mayors: MayorRegister.self
        case .details: DetailTable.self
        }
    }

    /// Whether it says which communes there are: one feed of a site does.
    public var listsCommunes: Bool { reader.listsCommunes }

    static let listsOfCommunes = Set(allCases.filter(\.listsCommunes))
}
