import Diagnostics
import SiteModel

/// Whom the mayor of each commune calls.
extension CommuneAssembly {
    mutating func addContacts(to communes: inout [Commune]) {
        let tables = feeds.of(ContactTable.self)
        guard !tables.isEmpty else { return }
        let companies = self.companies()
        for (_, table) in tables {
            for row in table.contacts { checkArea(of: row, companies: Set(companies.values)) }
        }
        let directory = ContactDirectory(tables.flatMap(\.content.contacts), companies: companies)
        for place in communes.indices {
            communes[place].contacts = directory.contacts(
                of: communes[place], units: communes[place].unitIDs.compactMap { units[$0] })
        }
        for (id, table) in tables {
            let own = Set(table.contacts.map(\.contact.function))
            covered[id] = Set(communes.filter { $0.contacts.contains { own.contains($0.function) } }.map(\.code))
        }
    }

    private mutating func companies() -> [Unit.ID: String] {
        var companies: [Unit.ID: String] = [:]
        for (_, table) in feeds.of(CompanyTable.self) {
            for record in table.records {
                companies[record.unit] = record.company
                if units[record.unit] == nil, soundness.isSound(FeedFormat.descriptionsOfUnits) {
                    diagnostics.append(.unitUnknown(record.unit, among: units.keys, at: record.location))
                }
            }
        }
        return companies
    }

    private mutating func checkArea(of row: ContactTable.Row, companies: Set<String>) {
        let known: [String]
        let what: String
        switch row.contact.level {
        case .departement:
            return
        case .commune:
            guard soundness.isSound(FeedFormat.listsOfCommunes) else { return }
            known = drafts.keys.map(\.text)
            what = "aucune commune d’aujourd’hui n’a le code"
        case .arrondissement:
            guard soundness.isSound(FeedFormat.listsOfCommunes.union([.cogArrondissements])) else { return }
            known = Array(Set(drafts.values.map(\.commune.arrondissement)))
            what = "aucune commune n’est de l’arrondissement"
        case .company:
            guard soundness.isSound([.companies]) else { return }
            known = Array(companies)
            what = "aucune brigade n’est de la compagnie"
        case .unit:
            guard soundness.isSound(FeedFormat.descriptionsOfUnits) else { return }
            known = Array(units.keys)
            what = "aucun service n’a l’identifiant"
        }
        if known.contains(where: { ContactDirectory.key($0) == ContactDirectory.key(row.area) }) { return }
        diagnostics.append(
            .error(
                .contactAreaUnknown, at: row.location, "\(what) « \(row.area) »",
                advice: Suggestion.closest(to: row.area, in: known).map { "vouliez-vous dire « \($0) » ?" }
                    ?? "corrigez la case, ou retirez la ligne"))
    }
}
