import Diagnostics
import SiteModel

/// The groupement's own table of hours on the public way, of past quarters:
///
///     level,area,quarter,hours
///     arrondissement,Annecy,2026-T3,4210
///
/// `level` is *arrondissement* or *compagnie*: a smaller area would tell where nobody is.
struct PresenceTable: FeedTable {
    static let concernsAllDepartements = false

    struct Record: Sendable {
        var hours: PresenceHours
        /// Of the area and of the quarter.
        let areaLocation: SourceLocation
        let quarterLocation: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        guard let columns = table.columns(["level", "area", "quarter", "hours"], diagnostics: &diagnostics) else { return nil }
        var places: [String: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let faults = diagnostics.count
            let level = row.choice(columns[0], of: PresenceHours.Level.self, column: "level", diagnostics: &diagnostics)
            let area = row.name(columns[1], column: "area", diagnostics: &diagnostics)
            let quarter = PresenceHours.Quarter(row.text(columns[2]))
            if quarter == nil {
                diagnostics.append(
                    .valueInvalid(
                        "quarter", row.text(columns[2]), expected: "un trimestre comme « 2026-T3 »", at: row.location(columns[2])))
            }
            let hours = Int(row.text(columns[3])).flatMap { $0 >= 0 ? $0 : nil }
            if hours == nil {
                diagnostics.append(
                    .valueInvalid("hours", row.text(columns[3]), expected: "un nombre d’heures, sans décimale", at: row.location(columns[3])))
            }
            guard let level, let quarter, let hours, diagnostics.count == faults else { return }
            let key = "\(level.rawValue) \(ContactDirectory.key(area)) \(quarter)"
            if let first = places.updateValue(row.location(columns[1]), forKey: key) {
                diagnostics.append(.codeDuplicate("\(area), \(row.text(columns[2]))", at: row.location(columns[1]), first: first))
                return
            }
            records.append(
                Record(
                    hours: PresenceHours(level: level, area: area, quarter: quarter, hours: hours),
                    areaLocation: row.location(columns[1]), quarterLocation: row.location(columns[2])))
        }
    }
}
