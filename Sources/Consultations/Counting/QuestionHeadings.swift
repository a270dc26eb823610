import SiteModel

/// Headings of columns, by codes and by full texts → what they hold.
struct QuestionHeadings {
    private var codes: [String: ColumnPlan.Target] = [:]
    private var texts: [String: ColumnPlan.Target] = [:]
    private var ambiguous: Set<String> = []

    init(_ consultation: Consultation) {
        for question in consultation.questions {
            let code = question.code
            add(.question(code), code: code, text: question.text)
            switch question.kind {
            case .multiple(let parts), .array(let parts, _):
                for part in parts { add(.part(code, part.code), of: question, code: part.code, label: part.label) }
            case .text(let themes):
                for theme in themes {
                    let hidden = code + QuestionCode.themesSuffix
                    codes["\(hidden)[\(theme.code)]"] = .theme(code, theme.code)
                    codes["\(hidden)_\(theme.code)"] = .theme(code, theme.code)
                    addText("Sujets de « \(question.text) » (cochés au dépouillement) [\(theme.label)]", .theme(code, theme.code))
                }
            default: break
            }
            // How long it took, where a survey measures that.
            codes["\(code)Time"] = .fixed(.passedOver)
            if question.hasOther {
                codes["\(code)[other]"] = .other(code)
                codes["\(code)_other"] = .other(code)
                for word in ["Other", "Autre", "Autre :"] { addText("\(question.text) [\(word)]", .other(code)) }
            }
        }
    }

    /// `CON1`, `PRE1[JOUR]`, `PRE1_JOUR`; or a code before the words: `CON1. Connaissez-vous…`.
    func byCode(_ heading: String) -> ColumnPlan.Target? {
        if let target = codes[heading] { return target }
        guard let dot = heading.ranges(of: ". ").first else { return nil }
        return codes[String(heading[..<dot.lowerBound])]
    }

    func byText(_ heading: String) -> ColumnPlan.Target? {
        let key = AnswerWords.key(heading)
        return ambiguous.contains(key) ? nil : texts[key]
    }

    /// Démarches simplifiées writes a commune in three columns: `X`, `X (Code INSEE)`, `X (Département)`.
    func ofDossier(_ heading: String, among columns: [String]) -> ColumnPlan.Target? {
        for (ending, isRead) in [(" (Code INSEE)", true), (" (Département)", false)] where heading.hasSuffix(ending) {
            guard let target = byText(String(heading.dropLast(ending.count))) else { continue }
            return isRead ? target : .fixed(.passedOver)
        }
        return columns.contains("\(heading) (Code INSEE)") && byText(heading) != nil ? .fixed(.passedOver) : nil
    }

    func isAmbiguous(_ heading: String) -> Bool { ambiguous.contains(AnswerWords.key(heading)) }

    private mutating func add(_ target: ColumnPlan.Target, of question: Question, code: String, label: String) {
        codes["\(question.code)[\(code)]"] = target
        codes["\(question.code)_\(code)"] = target
        addText("\(question.text) [\(label)]", target)
    }

    private mutating func add(_ target: ColumnPlan.Target, code: String, text: String) {
        codes[code] = target
        addText(text, target)
    }

    private mutating func addText(_ text: String, _ target: ColumnPlan.Target) {
        let key = AnswerWords.key(text)
        if let former = texts.updateValue(target, forKey: key), former != target { ambiguous.insert(key) }
    }
}
