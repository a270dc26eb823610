import Diagnostics
import SiteModel

/// A commune while the feeds add to it. What the feed that lists the communes says is never overwritten.
///
/// A class: tables of them are sorted, copied and grown, and as a structure it would count two dozen references each time.
final class CommuneDraft {
    struct UnitReference {
        let id: Unit.ID
        /// Where a feed names the unit.
        let location: SourceLocation
    }

    /// All but its services, which are known when all feeds have spoken.
    var commune: Commune
    var units: [UnitReference]
    /// Whether the feed that lists the communes gives their postal codes too.
    let ownsPostalCodes: Bool
    /// Where the feed that lists the communes names it.
    let location: SourceLocation

    var code: INSEECode { commune.code }
    var name: String { commune.name }

    init(_ record: CommuneTable.Record) {
        commune = Commune(
            code: record.code, name: record.name, article: record.article, postalCodes: record.postalCodes,
            population: record.population, arrondissement: record.arrondissement, unitIDs: [], parts: record.parts)
        units = record.units.map { UnitReference(id: $0.id, location: $0.location) }
        ownsPostalCodes = !record.postalCodes.isEmpty
        location = record.location
    }

    /// - Parameter arrondissement: its name, empty where there is none.
    init(_ record: COGCommunes.Record, arrondissement: String) {
        commune = Commune(
            code: record.code, name: record.name, article: record.article, postalCodes: [], population: nil,
            arrondissement: arrondissement, unitIDs: [])
        units = []
        ownsPostalCodes = false
        location = record.location
    }

    /// - Parameter arrondissement: its name, empty where there is none.
    init(_ record: EtalabCommunes.Record, arrondissement: String) {
        commune = Commune(
            code: record.code, name: record.name, article: record.article, postalCodes: record.postalCodes,
            population: nil, arrondissement: arrondissement, unitIDs: [])
        units = []
        ownsPostalCodes = !record.postalCodes.isEmpty
        location = record.location
    }

    /// Gendarmerie first, otherwise in the order of the feed; units that no feed describes are left out.
    func finished(with known: [Unit.ID: Unit]) -> Commune {
        let units = units.compactMap { known[$0.id] }
        let ordered = units.filter { $0.institution == .gendarmerie } + units.filter { $0.institution != .gendarmerie }
        var commune = commune
        commune.unitIDs = ordered.map(\.id)
        commune.parts.sort { ($0.code, $0.kind.rawValue) < ($1.code, $1.kind.rawValue) }
        return commune
    }
}
