import French
public import SiteModel

/// Participation by territory on the map of the département: the darker, the more answered. A territory of which nothing is told
/// is drawn in outline alone, as one that was not asked.
public struct ParticipationMap: Sendable {
    /// Upper ends of the classes, in percent; the last has none.
    public static let classes = [25, 50, 75]

    private let map: DepartementMap
    private let participation: ConsultationResults.Participation
    private let communes: [String: [INSEECode]]

    /// - Parameter communes: of each group, by its identifier.
    public init(_ map: DepartementMap, _ participation: ConsultationResults.Participation, communes: [String: [INSEECode]]) {
        self.map = map
        self.participation = participation
        self.communes = communes
    }

    /// The class of a share: 1 to 4; `nil` for what is not told.
    private func level(of row: ConsultationResults.Participation.Row) -> Int? {
        guard let answers = row.answers.count, let invited = row.invited.count, invited > 0 else { return nil }
        let percent = FrenchText.percent(answers, of: invited)
        return Self.classes.count { percent > $0 } + 1
    }

    /// A part of a page: the table beside it says the same in words.
    public var html: String {
        var drawing = SVGText()
        drawing.write(#"<svg class="map participation-map" viewBox="0 0 \#(map.width) \#(map.height)" role="img" aria-label=""#)
        drawing.escape("Carte de la participation, \(FrenchText.name(of: participation.axis).lowercased())\u{A0}: le tableau dit la même chose.")
        drawing.write(#"">"#)
        drawing.write(#"<path class="land" d="\#(map.outline)"/>"#)
        for row in participation.rows {
            let shapes = (communes[row.group] ?? []).compactMap { map.shapes[$0]?.path }.joined()
            guard !shapes.isEmpty else { continue }
            let name = level(of: row).map { "level-\($0)" } ?? "untold"
            drawing.write(#"<path class="\#(name)" d="\#(shapes)"><title>"#)
            drawing.escape("\(Typography.apply(row.label))\u{A0}: \(FrenchText.share(row.answers, of: row.invited))")
            drawing.write("</title></path>")
        }
        drawing.write("</svg>")
        return drawing.text
    }
}
