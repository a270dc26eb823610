import SiteModel

/// LimeSurvey's kinds of questions → ours.
/// Source: https://www.limesurvey.org/manual/Question_types
enum SurveyKind {
    /// `nil` for a kind that has no counterpart.
    static func kind(of row: SurveyRow, parts: [Question.Choice], answers: [Question.Choice]) -> Question.Kind? {
        switch row["type/scale"] {
        case "L", "!", "O": .list(answers)
        case "Y": .list(choices([("Y", "Oui"), ("N", "Non")]))
        case "M", "P": .multiple(parts)
        case "5": .fivePoint
        case "F", "H": .array(rows: parts, scale: answers)
        case "A": .array(rows: parts, scale: numbers(5))
        case "B": .array(rows: parts, scale: numbers(10))
        case "C": .array(rows: parts, scale: choices([("Y", "Oui"), ("U", "Sans avis"), ("N", "Non")]))
        case "E": .array(rows: parts, scale: choices([("I", "Plus"), ("S", "Autant"), ("D", "Moins")]))
        case "N": .number(range(of: row))
        case "S" where row["cssclass"] == SurveyStructure.communeClass: .commune
        case "S", "T", "U": .text(themes: [])
        default: nil
        }
    }

    private static func range(of row: SurveyRow) -> NumberRange {
        let lowest = Int(row["min_num_value_n"]) ?? 0
        let name = row["cssclass"].split(separator: "_")
        let starts = name.first == SurveyStructure.bandsClass[...] ? name.dropFirst().compactMap { Int($0) } : [lowest]
        let unit = SurveyMarkup.plain(row["suffix"])
        return NumberRange(lowest: lowest, highest: Int(row["max_num_value_n"]), starts: starts, unit: unit.isEmpty ? nil : unit)
    }

    private static func choices(_ pairs: [(String, String)]) -> [Question.Choice] { pairs.map { .init(code: $0.0, label: $0.1) } }

    private static func numbers(_ count: Int) -> [Question.Choice] { (1...count).map { .init(code: "\($0)", label: "\($0)") } }
}
