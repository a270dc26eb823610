import Diagnostics
import SiteModel

/// The project's own table of contacts, by function and never by name:
///
///     level,area,function,institution,label,telephone,email,address,hours
///     departement,74,referent-elus,GN,,04 65 71 00 20,referent-elus@gendarmerie.exemple.fr,,
///     arrondissement,Bonneville,sous-prefecture,,Sous-préfecture de Bonneville,04 65 71 00 30,,,
///     service,1009192,boite-du-service,,,,bta.annecy-meythet@gendarmerie.exemple.fr,,
///
/// `level` says what the row speaks for and `area` names it: the code of the département, the name of the arrondissement
/// or of the compagnie, the identifier of the service, the code of the commune. A closer row takes the place of a
/// wider one. `institution` (GN or PN) keeps a row from communes that the other force answers for.
struct ContactTable: FeedTable {
    static let isUnique = false
    static let concernsAllDepartements = false

    struct Row: Sendable {
        let contact: Contact
        let area: String
        let location: SourceLocation
    }

    private struct Key: Hashable {
        let level: Contact.Level
        let area: String
        let function: Contact.Function
        let institution: Unit.Institution?
    }

    /// In the order of the file.
    private(set) var contacts: [Row] = []
    private(set) var rows = 0
    var kept: Int { contacts.count }

    init?(_ table: CSVTable, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        let names = ["level", "area", "function", "institution", "label", "telephone", "email", "address", "hours"]
        guard let columns = table.columns(names, diagnostics: &diagnostics) else { return nil }
        let (level, area, function) = (columns[0], columns[1], columns[2])
        var places: [Key: SourceLocation] = [:]
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            let faults = diagnostics.count
            let kind = row.choice(function, of: Contact.Function.self, column: "function", diagnostics: &diagnostics)
            let scope = row.choice(level, of: Contact.Level.self, column: "level", diagnostics: &diagnostics)
            let name = row.name(area, column: "area", diagnostics: &diagnostics)
            let institution = row.isEmpty(columns[3])
                ? nil : row.institution(columns[3], column: "institution", diagnostics: &diagnostics)
            let label = row.functionText(columns[4], "label", diagnostics: &diagnostics)
            let telephone = row.telephone(columns[5], "telephone", diagnostics: &diagnostics)
            let email = row.mailbox(columns[6], "email", diagnostics: &diagnostics)
            let address = row.plainText(columns[7], "address", diagnostics: &diagnostics)
            let hours = row.functionText(columns[8], "hours", diagnostics: &diagnostics)
            guard let kind, let scope, diagnostics.count == faults else { return }
            if let fault = Self.fault(row, kind, scope, columns, filter) {
                diagnostics.append(fault)
                return
            }
            let key = Key(level: scope, area: name, function: kind, institution: institution)
            if let first = places.updateValue(row.location(area), forKey: key) {
                diagnostics.append(
                    .codeDuplicate("\(name) \(kind.rawValue)", at: row.location(area), first: first))
                return
            }
            contacts.append(
                Row(
                    contact: Contact(
                        function: kind, level: scope, institution: institution, label: label ?? "",
                        telephone: telephone, email: email, address: address, hours: hours),
                    area: name, location: row.location(area)))
        }
    }

    /// What two cells of a row say together that cannot be.
    private static func fault(
        _ row: CSVRow, _ function: Contact.Function, _ level: Contact.Level, _ columns: [Int], _ filter: DepartementFilter,
    ) -> Diagnostic? {
        if columns[5...7].allSatisfy(row.isEmpty) {
            return .error(
                .feedRowInvalid, at: row.location(columns[2]),
                "ce contact n’a ni téléphone, ni courriel, ni adresse",
                advice: "donnez l’un des trois, ou retirez la ligne")
        }
        if function == .service, level < .unit {
            return .error(
                .feedRowInvalid, at: row.location(columns[0]),
                "la boîte d’un service ne se donne que pour ce service ou pour une commune, pas pour « \(level.rawValue) »",
                advice: "écrivez « service » et l’identifiant de la brigade ou du commissariat")
        }
        if level == .departement, !filter.covers(row.text(columns[1])) {
            return .error(
                .feedCodeForeign, at: row.location(columns[1]),
                "« \(row.text(columns[1])) » n’est pas le département du site (\(filter.departement))",
                advice: "corrigez le code, ou retirez la ligne")
        }
        return nil
    }
}

extension CSVRow {
    /// Words about a function, in which nobody is named.
    fileprivate func functionText(_ column: Int, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let text = plainText(column, name, diagnostics: &diagnostics) else { return nil }
        guard PersonalName.isIn(text) else { return text }
        diagnostics.append(
            .error(
                .contactPersonal, at: location(column), "« \(text) » semble nommer une personne",
                advice: "donnez la fonction seule, par exemple « commandant de la brigade »"))
        return nil
    }

    fileprivate func mailbox(_ column: Int, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let text = plainText(column, name, diagnostics: &diagnostics) else { return nil }
        guard EmailAddress.isAddress(text) else {
            diagnostics.append(
                .valueInvalid(name, text, expected: "une adresse de courriel", at: location(column)))
            return nil
        }
        guard PersonalName.isMailbox(text) else { return text }
        diagnostics.append(
            .error(
                .contactPersonal, at: location(column), "« \(text) » semble être la boîte d’une personne",
                advice: "donnez la boîte de la fonction : elle reste quand les personnes changent"))
        return nil
    }
}
