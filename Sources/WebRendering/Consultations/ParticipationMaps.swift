import Consultations
import Figures
import French
import SiteModel
import Templates

extension WebRenderer {
    /// Participation on the map, by the axes that have territories; none without contours.
    func participationMaps(of consultation: Consultation, _ results: ConsultationResults) -> [ConsultationResults.Axis: Value] {
        guard let map = site.map else { return [:] }
        let asked = AskedCommune.asked(by: consultation, of: site)
        var maps: [ConsultationResults.Axis: Value] = [:]
        for participation in results.participation {
            let key: KeyPath<AskedCommune, AskedCommune.Group?>
            switch participation.axis {
            case .arrondissement: key = \.arrondissement
            case .brigade: key = \.brigade
            case .size: continue
            }
            let communes = Dictionary(grouping: asked.filter { $0[keyPath: key] != nil }) { $0[keyPath: key]?.id ?? "" }
            let drawing = ParticipationMap(map, participation, communes: communes.mapValues { $0.map(\.code) })
            maps[participation.axis] = ["svg": .html(Array(drawing.html.utf8)), "classes": .list(Self.classes)]
        }
        return maps
    }

    /// `de 26 à 50 %`
    private static let classes: [Value] = (ParticipationMap.classes + [100]).enumerated().map { place, end in
        let start = place == 0 ? 0 : ParticipationMap.classes[place - 1] + 1
        return ["level": .text("level-\(place + 1)"), "words": .text("de \(start) à \(end)\u{A0}%")]
    }
}
