import Diagnostics
import SiteModel

/// "Liste des unités de gendarmerie accueillant du public" (`export-gn2.csv`) of the ministry of the Interior, reduced
/// to one département: addresses, telephone numbers, hours by day, holidays included.
///
/// Recruitment centres and motorised units are left out; a *poste provisoire* is open for a season. Days without a
/// time are closed; a unit without any time is called first. `horaires_accueil` says the same in words, and is read
/// where the columns of times are not there.
struct GendarmerieUnits: FeedTable {
    /// What it lacks is said: « appelez avant de vous déplacer ».
    static let mayLackRows = true

    /// In the order of the file.
    private(set) var units: [PublicUnit] = []
    private(set) var rows = 0
    var kept: Int { units.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard
            let columns = PublicUnitColumns(
                table, and: ["identifiant_public_unite", "horaires_accueil"], diagnostics: &diagnostics),
            let identifier = table.column("identifiant_public_unite"), let words = table.column("horaires_accueil")
        else { return nil }
        let faults = diagnostics.count
        let week = WeekColumns(table, diagnostics: &diagnostics)
        guard diagnostics.count == faults else { return nil }
        var places: [Unit.ID: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard columns.isBrigade(row) else { return }
            let id = row.isEmpty(identifier) || row.equals(identifier, "0") ? nil : row.text(identifier)
            // Faults of other départements' rows are not told.
            guard var unit = columns.unit(of: row, .gendarmerie, filter: filter, diagnostics: &diagnostics) else { return }
            if let id, let first = places.updateValue(row.location(identifier), forKey: id) {
                diagnostics.append(.codeDuplicate(id, at: row.location(identifier), first: first))
                return
            }
            let text = row.plainText(words, "horaires_accueil", diagnostics: &diagnostics)
            unit.identifier = id
            unit.openingHours = week?.hours(of: row, diagnostics: &diagnostics) ?? text.flatMap(WrittenWeek.read)
            unit.hours = unit.openingHours == nil ? text : nil
            units.append(unit)
        }
    }
}

/// "Liste des services de police accueillant du public" (`export-pn.csv`): no identifier, no hours; lines of an address
/// are parted by `$`.
struct PoliceUnits: FeedTable {
    /// Some départements have no police station.
    static let concernsAllDepartements = false

    private(set) var units: [PublicUnit] = []
    private(set) var rows = 0
    var kept: Int { units.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard let columns = PublicUnitColumns(table, diagnostics: &diagnostics) else { return nil }
        var places: [String: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard columns.isBrigade(row),
                let unit = columns.unit(of: row, .police, filter: filter, diagnostics: &diagnostics)
            else { return }
            if let first = places.updateValue(unit.location, forKey: ServiceName.key(unit.service)) {
                diagnostics.append(.codeDuplicate(unit.service, at: unit.location, first: first))
                return
            }
            units.append(unit)
        }
    }
}
