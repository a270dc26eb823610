import SiteModel

/// One question → its rows in LimeSurvey's structure file.
enum SurveyQuestion {
    typealias Row = SurveyStructure.Row

    /// - Parameter id: the last that was given; counted on.
    static func rows(of question: Question, relevance: String, _ id: inout Int) -> [Row] {
        id += 1
        let own = "\(id)"
        var row: Row = [
            "id": own, "class": "Q", "type/scale": type(of: question.kind), "name": question.code, "relevance": relevance,
            "text": SurveyMarkup.escaped(question.text), "help": SurveyMarkup.escaped(question.help ?? ""),
            "language": SurveyStructure.language, "mandatory": question.isMandatory ? "Y" : "N", "other": question.hasOther ? "Y" : "N",
            "same_default": "0",
        ]
        var below: [Row] = []
        switch question.kind {
        case .list(let choices):
            below = answers(choices, of: own)
        case .multiple(let choices):
            below = parts(choices, &id)
        case .fivePoint:
            break
        case .array(let rows, let scale):
            below = parts(rows, &id) + answers(scale, of: own)
        case .number(let range):
            row["num_value_int_only"] = "1"
            row["min_num_value_n"] = "\(range.lowest)"
            row["max_num_value_n"] = range.highest.map(String.init)
            row["suffix"] = range.unit.map(SurveyMarkup.escaped)
            row["cssclass"] = ([SurveyStructure.bandsClass] + range.starts.map(String.init)).joined(separator: "_")
        case .text(let themes):
            if !themes.isEmpty { below = coding(question, themes, relevance, &id) }
        case .commune:
            row["validation"] = "/^[0-9][0-9AB][0-9]{3}$/"
            row["maximum_chars"] = "5"
            row["cssclass"] = SurveyStructure.communeClass
        }
        return [row] + below
    }

    private static func type(of kind: Question.Kind) -> String {
        switch kind {
        case .list: "L"
        case .multiple: "M"
        case .fivePoint: "5"
        case .array: "F"
        case .number: "N"
        case .text: "T"
        case .commune: "S"
        }
    }

    private static func answers(_ choices: [Question.Choice], of id: String) -> [Row] {
        choices.map { ["id": id, "class": "A", "type/scale": "0"].merging(said($0)) { first, _ in first } }
    }

    private static func parts(_ choices: [Question.Choice], _ id: inout Int) -> [Row] {
        choices.map { choice in
            id += 1
            return ["id": "\(id)", "class": "SQ", "type/scale": "0", "relevance": "1"].merging(said(choice)) { first, _ in first }
        }
    }

    private static func said(_ choice: Question.Choice) -> Row {
        ["name": choice.code, "text": SurveyMarkup.escaped(choice.label), "language": SurveyStructure.language]
    }

    /// A question that nobody who answers sees: whoever reads the words ticks their themes there.
    private static func coding(
        _ question: Question, _ themes: [Question.Choice], _ relevance: String, _ id: inout Int,
    ) -> [Row] {
        id += 1
        let row: Row = [
            "id": "\(id)", "class": "Q", "type/scale": "M", "name": question.code + QuestionCode.themesSuffix, "relevance": relevance,
            "text": "Sujets de « \(SurveyMarkup.escaped(question.text)) » (cochés au dépouillement)",
            "language": SurveyStructure.language, "mandatory": "N", "other": "N", "same_default": "0", "hidden": "1",
        ]
        return [row] + parts(themes, &id)
    }
}
