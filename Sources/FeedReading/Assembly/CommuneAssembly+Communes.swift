import Diagnostics
import SiteModel

/// Which communes there are.
extension CommuneAssembly {
    mutating func listCommunes() {
        for (id, table) in feeds.of(CommuneTable.self) {
            for record in table.records { add(CommuneDraft(record), of: id) }
        }
        let arrondissements = feeds.of(COGArrondissements.self).first
        for (id, table) in feeds.of(COGCommunes.self) {
            for record in table.communes {
                let name = arrondissements?.content.names[record.arrondissement]
                if name == nil, arrondissements != nil, !record.arrondissement.isEmpty,
                    soundness.isSound([.cogArrondissements])
                {
                    diagnostics.append(
                        .warning(
                            .feedCodeUnknown, at: record.location,
                            "l’arrondissement \(record.arrondissement) de \(record.name) est inconnu",
                            advice: "prenez les arrondissements du même millésime que les communes"))
                }
                add(CommuneDraft(record, arrondissement: name ?? ""), of: id)
            }
            for (part, whole) in table.parts { drafts[whole]?.commune.parts.append(part) }
        }
        if let id = arrondissements?.id {
            covered[id] = Set(drafts.values.filter { !$0.commune.arrondissement.isEmpty }.map(\.code))
        }
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
                advice: "déclarez-en un au format « communes » ou « insee-cog-communes »"))
    }
}
