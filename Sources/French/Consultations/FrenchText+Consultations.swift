public import SiteModel

/// Consultations in words: questions, answers, and counts that statistical secrecy has gone over.
extension FrenchText {
    public static func name(of standing: Consultation.Status) -> String {
        switch standing {
        case .announced: "Annoncée"
        case .open: "En cours"
        case .closed: "Terminée"
        case .published: "Résultats publiés"
        }
    }

    /// `Par arrondissement`
    public static func name(of axis: ConsultationResults.Axis) -> String {
        switch axis {
        case .arrondissement: "Par arrondissement"
        case .brigade: "Par brigade"
        case .size: "Par taille de commune"
        }
    }

    public static func name(of way: ConsultationResults.Way) -> String {
        switch way {
        case .web: "en ligne"
        case .dossier: "par Démarches simplifiées"
        case .paper: "sur papier"
        }
    }

    /// How it is answered: `Une seule réponse`.
    public static func manner(of question: Question) -> String {
        switch question.kind {
        case .list: "Une seule réponse"
        case .multiple: "Plusieurs réponses possibles"
        case .fivePoint: "Une note de 1 à 5"
        case .array: "Une réponse par ligne"
        case .number(let range): range.unit.map { "Un nombre (\($0))" } ?? "Un nombre"
        case .text: "Une réponse libre"
        case .commune: "Un code INSEE"
        }
    }

    /// What people read of a code of `Question.answerCodes`.
    public static func answer(_ code: String, to question: Question) -> String {
        if code == Question.other, question.hasOther { return "Autre" }
        switch question.kind {
        case .list(let choices), .multiple(let choices), .text(let choices), .array(_, let choices):
            return choices.first { $0.code == code }?.label ?? code
        case .number(let range): return range.bands.first { $0.code == code }.map { band($0, unit: range.unit) } ?? code
        case .fivePoint: return "\(code) sur 5"
        case .commune: return code
        }
    }

    /// `de 1 à 5 appels`, `51 appels et plus`, `0 appel`
    private static func band(_ band: NumberRange.Band, unit: String?) -> String {
        func words(_ value: Int) -> String {
            guard let unit else { return number(value) }
            // The unit is told in the plural: « appels ».
            return "\(number(value))\u{A0}\(value < 2 && unit.hasSuffix("s") ? String(unit.dropLast()) : unit)"
        }
        guard let highest = band.highest else { return "\(words(band.lowest)) et plus" }
        return highest == band.lowest ? words(highest) : "de \(number(band.lowest)) à \(words(highest))"
    }

    /// `43`, `n. d.`
    public static func count(_ cell: ConsultationResults.Cell) -> String { cell.count.map(number) ?? notTold }

    /// What stands for a count that is not told, where there is no room for words.
    public static let notTold = "n.\u{A0}d."

    /// `36 %` of those who answered; hidden with either count; `–` where nobody answered.
    public static func share(_ cell: ConsultationResults.Cell, of whole: ConsultationResults.Cell) -> String {
        guard let count = cell.count, let all = whole.count else { return notTold }
        guard all > 0 else { return "–" }
        let percent = percent(count, of: all)
        return percent == 0 && count > 0 ? "moins de 1\u{A0}%" : "\(percent)\u{A0}%"
    }

    /// The nearest whole percent.
    public static func percent(_ count: Int, of all: Int) -> Int { all > 0 ? (count * 200 + all) / (2 * all) : 0 }
}
