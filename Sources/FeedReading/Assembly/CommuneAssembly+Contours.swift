import Diagnostics
import French
import SiteModel

/// Where the communes are: outlines, joined by code, else by name.
extension CommuneAssembly {
    mutating func addContours() {
        guard let (id, map) = feeds.of(ContourMap.self).first else { return }
        var parts: [INSEECode: [Contour]] = [:]
        var first: [INSEECode: SourceLocation] = [:]
        let byName = Dictionary(grouping: drafts.values) { Slug.make($0.name) }
        for record in map.records {
            let today: INSEECode?
            if let code = record.code {
                today = resolve(code, at: record.location, told: "son contour y est joint")
                if today == code, let place = first.updateValue(record.location, forKey: code) {
                    diagnostics.append(.codeDuplicate(code.text, at: record.location, first: place))
                    continue
                }
            } else {
                today = resolve(record, byName)
            }
            guard let today else { continue }
            parts[today, default: []].append(record.contour)
            cover(today, by: id)
        }
        contours = parts.mapValues { Contour.union($0) }
        for (code, neighbours) in contours.neighbours() { drafts[code]?.commune.neighbours = neighbours }
        checkContours(of: id)
    }

    private mutating func resolve(
        _ record: ContourMap.Record, _ byName: [String: [CommuneDraft]],
    ) -> INSEECode? {
        let found = byName[Slug.make(record.name)] ?? []
        if found.count == 1 { return found[0].code }
        if found.isEmpty, let renaming = history.renaming(from: record.name) {
            diagnostics.append(
                Diagnostic(
                    .note, .feedNameDiffers, at: record.location,
                    "« \(record.name) » s’appelle « \(drafts[renaming.codeAfter]?.name ?? renaming.nameAfter) » depuis le \(FrenchText.date(renaming.date))"
                ))
            return renaming.codeAfter
        }
        guard soundness.isSound(FeedFormat.listsOfCommunes.union([.cogMovements])) else { return nil }
        let meant = Suggestion.closest(to: record.name, in: drafts.values.map(\.name))
        diagnostics.append(
            .warning(
                .feedCodeUnknown, at: record.location,
                found.isEmpty
                    ? "aucune commune ne s’appelle « \(record.name) » : ce contour est laissé de côté"
                    : "\(found.count) communes s’appellent « \(record.name) » : ce contour est laissé de côté",
                advice: found.isEmpty && meant != nil
                    ? "vouliez-vous dire « \(meant ?? "") » ?" : "donnez au contour une propriété « code » (code INSEE)"))
        return nil
    }

    private mutating func checkContours(of feed: Feed.ID) {
        guard soundness.isSound([.contours]), let declaration = feeds.first(where: { $0.id == feed })?.declaration else {
            return
        }
        let missing = orderedDrafts.filter { contours[$0.code] == nil }
        guard !missing.isEmpty else { return }
        let names = missing.prefix(5).map { "\($0.name) (\($0.code))" }
        let others = missing.count - names.count
        diagnostics.append(
            .warning(
                .contourMissing, at: SourceLocation(file: declaration.feed.file),
                "\(missing.count == 1 ? "une commune n’a pas" : "\(missing.count) communes n’ont pas") de contour : "
                    + names.joined(separator: ", ") + (others > 0 ? " et \(others) autre\(others > 1 ? "s" : "")" : ""),
                advice: "prenez des contours du même millésime que la liste des communes"))
    }
}
