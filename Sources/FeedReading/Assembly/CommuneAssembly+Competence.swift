import Diagnostics
import French
import SiteModel

/// Which services answer for each commune.
extension CommuneAssembly {
    mutating func addCompetence() {
        for (id, table) in feeds.of(TerritorialCompetence.self) {
            let withUnits = Set(drafts.values.filter { !$0.units.isEmpty }.map(\.code))
            let withPostalCodes = Set(drafts.values.filter { !$0.commune.postalCodes.isEmpty }.map(\.code))
            var named: Set<INSEECode> = []
            for link in table.links {
                guard let code = resolve(link.code, at: link.location, told: "ses services y sont comptés")
                else { continue }
                cover(code, by: id)
                if code == link.code, named.insert(code).inserted { checkName(of: link) }
                if !withUnits.contains(code), drafts[code]?.units.contains(where: { $0.id == link.unitID }) == false {
                    drafts[code]?.units.append(.init(id: link.unitID, location: link.location))
                }
                if !withPostalCodes.contains(code) {
                    for postalCode in link.postalCodes
                    where drafts[code]?.commune.postalCodes.contains(postalCode) == false {
                        drafts[code]?.commune.postalCodes.append(postalCode)
                    }
                }
            }
        }
    }

    mutating func checkName(of link: TerritorialCompetence.Link) {
        guard let draft = drafts[link.code],
            ServiceName.typographic(draft.name) != ServiceName.typographic(link.communeName)
        else { return }
        if let renaming = history.renaming(of: link.code, from: link.communeName) {
            diagnostics.append(
                Diagnostic(
                    .note, .feedNameDiffers, at: link.nameLocation,
                    "\(link.code) « \(link.communeName) » s’appelle « \(draft.name) » depuis le \(FrenchText.date(renaming.date))"))
        } else {
            diagnostics.append(
                .warning(
                    .feedNameDiffers, at: link.nameLocation,
                    "\(link.code) s’appelle ici « \(link.communeName) », mais « \(draft.name) » dans la liste des communes",
                    advice: "vérifiez le code et le nom ; celui de la liste des communes est gardé",
                    notes: [.init("liste des communes", at: draft.location)]))
        }
    }
}
