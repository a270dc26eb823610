import Diagnostics
import SiteModel

/// Which communes there are.
extension CommuneAssembly {
    mutating func listCommunes() {
        for (id, table) in feeds.of(CommuneTable.self) {
            for record in table.records { add(CommuneDraft(record), of: id) }
        }
        for (id, table) in feeds.of(COGCommunes.self) {
            for record in table.communes {
                let name = name(ofArrondissement: record.arrondissement, of: record.name, at: record.location)
                add(CommuneDraft(record, arrondissement: name), of: id)
            }
            for (part, whole) in table.parts { drafts[whole]?.commune.parts.append(part) }
        }
        for (id, list) in feeds.of(EtalabCommunes.self) {
            for record in list.communes {
                let name = name(ofArrondissement: record.arrondissement, of: record.name, at: record.location)
                add(CommuneDraft(record, arrondissement: name), of: id)
            }
            for (part, whole) in list.parts { drafts[whole]?.commune.parts.append(part) }
        }
        if let id = feeds.of(COGArrondissements.self).first?.id {
            covered[id] = Set(drafts.values.filter { !$0.commune.arrondissement.isEmpty }.map(\.code))
        }
    }

    /// Empty where it has none or no feed names it.
    private mutating func name(
        ofArrondissement code: String, of commune: String, at location: SourceLocation,
    ) -> String {
        guard let names = feeds.of(COGArrondissements.self).first?.content.names, !code.isEmpty else { return "" }
        if let name = names[code] { return name }
        if soundness.isSound([.cogArrondissements]) {
            diagnostics.append(
                .warning(
                    .feedCodeUnknown, at: location, "l’arrondissement \(code) de \(commune) est inconnu",
                    advice: "prenez les arrondissements du même millésime que les communes"))
        }
        return ""
    }

    private mutating func add(_ draft: CommuneDraft, of feed: Feed.ID) {
        drafts[draft.code] = draft
        cover(draft.code, by: feed)
    }

    mutating func reportNoCommunes() {
        guard soundness.isSound(FeedFormat.listsOfCommunes) else { return }
        diagnostics.append(
            .error(
                .feedMissing, at: SourceLocation(file: soundness.list),
                "aucun fichier ne donne la liste des communes",
                advice: "déclarez-en un au format « communes », « insee-cog-communes » ou « etalab-communes »"))
    }
}
