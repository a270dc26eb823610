import Diagnostics
import SiteModel

/// A commune while the feeds add to it. What the feed that lists the communes says is never overwritten.
struct CommuneDraft {
    struct UnitReference {
        let id: Unit.ID
        /// Where a feed names the unit.
        let location: SourceLocation
    }

    let code: INSEECode
    let name: String
    let article: NameArticle
    let arrondissement: String
    var postalCodes: [String]
    var population: Int?
    var units: [UnitReference]
    /// Where the feed that lists the communes names it.
    let location: SourceLocation

    init(_ record: CommuneTable.Record) {
        code = record.code
        name = record.name
        article = record.article
        arrondissement = record.arrondissement
        postalCodes = record.postalCodes
        population = record.population
        units = record.units.map { UnitReference(id: $0.id, location: $0.location) }
        location = record.location
    }

    /// - Parameter arrondissement: its name, empty where there is none.
    init(_ record: COGCommunes.Record, arrondissement: String) {
        code = record.code
        name = record.name
        article = record.article
        self.arrondissement = arrondissement
        postalCodes = []
        population = nil
        units = []
        location = record.location
    }

    /// Gendarmerie first, otherwise in the order of the feed; units that no feed describes are left out.
    func commune(_ known: [Unit.ID: Unit]) -> Commune {
        let units = units.compactMap { known[$0.id] }
        let ordered = units.filter { $0.institution == .gendarmerie } + units.filter { $0.institution != .gendarmerie }
        return Commune(
            code: code, name: name, article: article, postalCodes: postalCodes, population: population,
            arrondissement: arrondissement, unitIDs: ordered.map(\.id))
    }
}
