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

    /// Whether a second file of this format would contradict the first instead of completing it.
    var isUnique: Bool {
        switch self {
        case .communes, .cogCommunes, .cogMovements, .cogArrondissements, .competence: true
        case .units, .populations: false
        }
    }

    /// Whether it says which communes there are: one feed of a site does.
    public var listsCommunes: Bool {
        switch self {
        case .communes, .cogCommunes: true
        case .units, .cogMovements, .cogArrondissements, .populations, .competence: false
        }
    }
}
