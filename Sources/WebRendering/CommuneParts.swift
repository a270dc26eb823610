import French
import SiteModel
import Templates

extension WebRenderer {
    /// The former communes that live on within one, by kind, for `partials/commune-parts`.
    func partNames(of commune: Commune) -> Object {
        let lines: [Value] = FrenchText.partsLines(commune.parts).map { line in
            ["label": .text(line.label), "names": .text(line.names)]
        }
        return ["hasParts": .bool(!lines.isEmpty), "parts": .list(lines)]
    }
}
