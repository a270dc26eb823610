import Diagnostics
import SiteModel

/// "Compétence territoriale gendarmerie et police nationales" of the ministry of the Interior, reduced to one
/// département: one link per commune and competent service. A commune may have several.
/// Source: https://www.data.gouv.fr/datasets/5489cda0c751df35a24120e7
struct TerritorialCompetence: FeedTable {
    struct Link: Sendable {
        let code: INSEECode
        /// As this file spells it, which may lag behind the COG.
        let communeName: String
        let unitID: Unit.ID
        /// The town hall's first.
        let postalCodes: [String]
        /// Where the commune's code and name stand.
        let location: SourceLocation
        let nameLocation: SourceLocation
    }

    /// In the order of the file.
    private(set) var links: [Link] = []
    private(set) var units: [Unit] = []
    private(set) var rows = 0
    var kept: Int { links.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = [
            "code_commune", "libelle_commune", "institution", "id_service", "service", "code_postal", "codes_postaux",
        ]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (commune, label, institution, identifier) = (columns[0], columns[1], columns[2], columns[3])
        let (service, postalCode, postalCodes) = (columns[4], columns[5], columns[6])
        var places: [String: SourceLocation] = [:]
        var services: [Unit.ID: (name: String, location: SourceLocation)] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            guard let code = filter.officialCode(row, commune, diagnostics: &diagnostics),
                let kind = row.institution(institution, column: "institution", diagnostics: &diagnostics)
            else { return }
            let name = row.name(service, column: "service", diagnostics: &diagnostics)
            if name.isEmpty { return }
            // The police has no identifiers: its services are known by their names.
            let id = row.isEmpty(identifier) || row.equals(identifier, "0") ? name : row.text(identifier)
            let location = row.location(commune)
            if let first = places.updateValue(location, forKey: "\(code) \(id)") {
                diagnostics.append(.codeDuplicate("\(code) \(id)", at: location, first: first))
                return
            }
            if let known = services[id] {
                if known.name != name {
                    diagnostics.append(
                        .warning(
                            .feedNameDiffers, at: row.location(service),
                            "le service \(id) s’appelle ici « \(name) », et plus haut « \(known.name) »",
                            advice: "le premier nom est gardé ; signalez-le au producteur du fichier",
                            notes: [.init("premier nom", at: known.location)]))
                }
            } else {
                services[id] = (name, row.location(service))
                units.append(Unit(id: id, institution: kind, name: ServiceName.forPublic(name)))
            }
            let main = row.postalCodes(postalCode, column: "code_postal", diagnostics: &diagnostics)
            let all = row.postalCodes(postalCodes, column: "codes_postaux", diagnostics: &diagnostics)
            links.append(
                Link(
                    code: code, communeName: row.text(label), unitID: id,
                    postalCodes: main + all.filter { !main.contains($0) }, location: location,
                    nameLocation: row.location(label)))
        }
    }
}
