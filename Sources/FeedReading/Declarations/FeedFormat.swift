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
    /// Etalab's `communes.json`, in place of INSEE's list.
    case etalabCommunes = "etalab-communes"
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
    /// SSMSI's base of the communes: recorded crime.
    case communeFigures = "ssmsi-communes"
    /// SSMSI's base of the départements.
    case departementFigures = "ssmsi-departements"

    /// `export-gn2.csv`: gendarmerie units that receive the public, by the ministry of the Interior.
    case gendarmerieUnits = "gendarmerie-units"
    /// `export-pn.csv`: police stations that receive the public.
    case policeUnits = "police-units"
    /// Town halls of DILA's *Annuaire de l'administration*, as JSON or CSV.
    case townHalls = "annuaire-mairies"
    /// The project's own table of contacts by function.
    case contacts
    /// The project's own table of the gendarmerie's compagnies.
    case companies
    /// The groupement's own table of hours on the public way.
    case presence
    /// Outlines of communes as GeoJSON.
    case contours

    var reader: any FeedContent.Type {
        switch self {
        case .communes: CommuneTable.self
        case .units: UnitTable.self
        case .cogCommunes: COGCommunes.self
        case .cogMovements: COGMovements.self
        case .cogArrondissements: COGArrondissements.self
        case .etalabCommunes: EtalabCommunes.self
        case .populations: LegalPopulations.self
        case .competence: TerritorialCompetence.self
        case .postalCodes: PostalCodes.self
        case .mayors: MayorRegister.self
        case .details: DetailTable.self
        case .gendarmerieUnits: GendarmerieUnits.self
        case .policeUnits: PoliceUnits.self
        case .townHalls: TownHallDirectory.self
        case .contacts: ContactTable.self
        case .companies: CompanyTable.self
        case .presence: PresenceTable.self
        case .contours: ContourMap.self
        case .communeFigures: CommuneFigures.self
        case .departementFigures: DepartementFigures.self
        }
    }

    /// Whether it says which communes there are: one feed of a site does.
    public var listsCommunes: Bool { reader.listsCommunes }

    /// Those from which services are known.
    static let descriptionsOfUnits: Set<FeedFormat> = [.units, .competence, .gendarmerieUnits, .policeUnits]

    static let listsOfCommunes = Set(allCases.filter(\.listsCommunes))
}
