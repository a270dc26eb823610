import SiteModel

/// What LimeSurvey says → `questions.yml`, with what it does not say left to complete.
public enum QuestionsFile {
    public static func bytes(of draft: SurveyDraft) -> [UInt8] {
        var lines = [
            "# Repris d'un questionnaire de LimeSurvey. Ce qui est à compléter n'a pas de valeur : « crieur check » le montre.",
            entry("title", draft.title), entry("summary", draft.summary), entry("who", draft.who),
            "scope: gendarmerie", "opens:" + (draft.opens.map { " \($0)" } ?? ""), "closes:" + (draft.closes.map { " \($0)" } ?? ""),
            "status: announced", "contact:",
            // LimeSurvey names a person there.
            "  function:",
        ]
        lines += ["anonymous: \(draft.isAnonymous)", "", "themes:"]
        for theme in draft.themes {
            lines += ["  - " + entry("title", theme.title), "    questions:"]
            for question in theme.questions { lines += Self.lines(of: question) }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func lines(of question: Question) -> [String] {
        var lines = [entry("code", question.code), entry("text", question.text)]
        if let help = question.help { lines.append(entry("help", help)) }
        switch question.kind {
        case .list(let choices): lines += ["kind: list"] + group("choices", choices)
        case .multiple(let choices): lines += ["kind: multiple"] + group("choices", choices)
        case .fivePoint: lines.append("kind: five-point")
        case .array(let rows, let scale): lines += ["kind: array"] + group("rows", rows) + group("scale", scale)
        case .number(let range):
            lines += ["kind: number", "lowest: \(range.lowest)"]
            if let highest = range.highest { lines.append("highest: \(highest)") }
            let starts = range.starts.map(String.init).joined(separator: ", ")
            lines.append(range.starts.count < 2 ? "bands:" : "bands: [\(starts)]")
            if let unit = range.unit { lines.append(entry("unit", unit)) }
        case .text(let themes): lines += ["kind: text"] + (themes.isEmpty ? [] : group("coded", themes))
        case .commune: lines.append("kind: commune")
        }
        if question.hasOther { lines.append("other: true") }
        if question.isMandatory { lines.append("mandatory: true") }
        if let condition = question.condition {
            lines += ["condition:", "  " + entry("question", condition.question)]
            if let row = condition.row { lines.append("  " + entry("row", row)) }
            lines.append("  answers: [\(condition.answers.map(quoted).joined(separator: ", "))]")
        }
        return lines.enumerated().map { ($0.offset == 0 ? "      - " : "        ") + $0.element }
    }

    private static func group(_ key: String, _ choices: [Question.Choice]) -> [String] {
        ["\(key):"] + choices.map { "  \(quoted($0.code)): \($0.label.isEmpty ? "" : quoted($0.label))" }
    }

    private static func entry(_ key: String, _ text: String) -> String { text.isEmpty ? "\(key):" : "\(key): \(quoted(text))" }

    /// As YAML keeps every text that it is: in double quotes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
