import SiteModel

/// Goes through the rows of a structure file: their order says what belongs to what.
struct SurveyReading {
    let language: String
    private(set) var draft = SurveyDraft()
    private var theme: (title: String, questions: [Question])?
    private var question: Pending?
    private var earlier: [Question] = []

    private struct Pending {
        let row: SurveyRow
        var parts: [Question.Choice] = []
        var answers: [Question.Choice] = []
    }

    init(language: String) { self.language = language }

    mutating func read(_ row: SurveyRow) {
        if row.kind == "S" {
            setting(row)
            return
        }
        guard row["language"] == language || row["language"].isEmpty else { return }
        let choice = Question.Choice(code: row["name"], label: row.text)
        switch row.kind {
        case "SL": words(row)
        case "G":
            endTheme()
            theme = (SurveyMarkup.plain(row["name"]), [])
        case "Q":
            endQuestion()
            question = Pending(row: row)
        case "SQ" where row["type/scale"] == "1":
            remark(row, "la seconde échelle de « \(question?.row["name"] ?? "") » n’est pas reprise")
        case "SQ": question?.parts.append(choice)
        case "A" where row["type/scale"] != "1": question?.answers.append(choice)
        default: break
        }
    }

    mutating func finish() { endTheme() }

    private mutating func setting(_ row: SurveyRow) {
        let text = row["text"]
        switch row["name"] {
        case "anonymized": draft.isAnonymous = text == "Y"
        case "startdate": draft.opens = CalendarDate(iso: String(text.prefix(10)))
        case "expires": draft.closes = CalendarDate(iso: String(text.prefix(10)))
        default: break
        }
    }

    private mutating func words(_ row: SurveyRow) {
        switch row["name"] {
        case "surveyls_title": draft.title = row.text
        case "surveyls_description": draft.summary = row.text
        case "surveyls_welcometext": draft.who = row.text
        default: break
        }
    }

    private mutating func endTheme() {
        endQuestion()
        if let theme, !theme.questions.isEmpty { draft.themes.append(.init(title: theme.title, questions: theme.questions)) }
        theme = nil
    }

    private mutating func endQuestion() {
        guard let pending = question else { return }
        question = nil
        let row = pending.row
        if row["hidden"] == "1", let place = coded(row["name"]) {
            code(place, themes: pending.parts)
            return
        }
        guard let kind = SurveyKind.kind(of: row, parts: pending.parts, answers: pending.answers) else {
            let words = row["type/scale"] == "X" ? "un texte sans question" : "d’une sorte que questions.yml ne connaît pas"
            remark(row, "« \(row["name"]) » est \(words) : laissée de côté")
            return
        }
        if case .number(let range) = kind, range.starts.count < 2 {
            remark(row, "« \(row["name"]) » demande un nombre : donnez les tranches où il se compte")
        }
        var condition: Question.Condition?
        switch SurveyCondition.read(row["relevance"], after: earlier) {
        case .none: break
        case .condition(let read): condition = read
        case .unreadable: remark(row, "la condition de « \(row["name"]) » n’est pas de celles que questions.yml peut dire : laissée de côté")
        }
        let help = SurveyMarkup.plain(row["help"])
        let hasOther =
            switch kind {
            case .list, .multiple: row["other"] == "Y"
            default: false
            }
        let read = Question(
            code: row["name"], text: row.text, help: help.isEmpty ? nil : help, kind: kind, hasOther: hasOther,
            isMandatory: row["mandatory"] == "Y", condition: condition)
        earlier.append(read)
        if theme == nil { theme = ("", []) }
        theme?.questions.append(read)
    }

    /// Place of the question of free words whose themes a hidden one holds.
    private func coded(_ name: String) -> Int? {
        guard name.hasSuffix(QuestionCode.themesSuffix) else { return nil }
        let code = name.dropLast(QuestionCode.themesSuffix.count)
        return theme?.questions.lastIndex { $0.code == code && $0.kind == .text(themes: []) }
    }

    private mutating func code(_ place: Int, themes: [Question.Choice]) {
        guard let bare = theme?.questions[place] else { return }
        let question = Question(
            code: bare.code, text: bare.text, help: bare.help, kind: .text(themes: themes), isMandatory: bare.isMandatory,
            condition: bare.condition)
        theme?.questions[place] = question
        if let place = earlier.firstIndex(where: { $0.code == bare.code }) { earlier[place] = question }
    }

    private mutating func remark(_ row: SurveyRow, _ message: String) {
        draft.remarks.append(.init(line: row.line, message: message))
    }
}
