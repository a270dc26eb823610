import Consultations
import French
import SiteModel

/// Where a consultation stands, in words for a terminal.
enum StatusWording {
    /// Territories and questions that are named; the others are counted.
    private static let most = 12

    static func text(_ status: AnswerStatus) -> [String] {
        var lines: [String] = []
        for (axis, territories) in status.territories {
            lines += ["", "\(FrenchText.name(of: axis)), communes qui n’ont pas répondu :"]
            lines += listed(territories.map { "\($0.label) : \(FrenchText.number($0.silent)) sur \(FrenchText.number($0.asked))" })
        }
        if !status.skipped.isEmpty {
            lines += ["", "Questions laissées sans réponse par ceux qui les ont vues :"]
            lines += listed(
                status.skipped.map { skipped in
                    let share = FrenchText.percent(skipped.left, of: skipped.asked)
                    return "\(skipped.question.code) : \(FrenchText.number(skipped.left)) sur \(FrenchText.number(skipped.asked)) (\(share)\u{A0}%), « \(skipped.question.text) »"
                })
        }
        return lines
    }

    static func text(_ outlooks: [AnswerStatus.Outlook]) -> [String] {
        ["", "Ce qui serait caché, selon le minimum :"] + outlooks.map(outlook)
    }

    private static func listed(_ lines: [String]) -> [String] {
        let rest = lines.count - most
        return lines.prefix(most).map { "  \($0)" } + (rest > 0 ? ["  et \(FrenchText.number(rest)) de plus"] : [])
    }

    private static func outlook(_ outlook: AnswerStatus.Outlook) -> String {
        let name = "  \(outlook.minimum.answers) réponses et \(outlook.minimum.communes) communes : "
        guard outlook.isAnything else { return name + "trop peu de réponses, rien ne serait publié" }
        let groups = outlook.groupCounts == 0
            ? "aucun nombre par territoire"
            : "\(FrenchText.number(outlook.groupHidden)) nombres sur \(FrenchText.number(outlook.groupCounts)) par territoire et par taille"
        return name + "\(FrenchText.number(outlook.hidden)) nombres sur \(FrenchText.number(outlook.counts)) du département, \(groups)"
    }
}
