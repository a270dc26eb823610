import French
import JSON
import SiteModel

/// Writes what is asked: of each consultation, what its questionnaire, its letters and its report have in common.
struct ConsultationWriter {
    let site: Site
    let consultation: Consultation

    /// The field `consultation`.
    ///
    /// - Parameter body: further fields of it.
    func field(into json: inout JSONWriter, _ body: (inout JSONWriter) -> Void = { _ in }) {
        json.key("consultation")
        json.object { json in
            json.field("title", PrintText.apply(consultation.title))
            json.field("summary", PrintText.apply(consultation.summary))
            json.field("who", PrintText.apply(consultation.who))
            json.field("opens", FrenchText.date(consultation.opens))
            json.field("closes", FrenchText.date(consultation.closes))
            json.field("survey", consultation.survey.map { PrintAddress(base: site.settings.baseURL).short($0) })
            json.field("page", PrintAddress(base: site.settings.baseURL).short(pageURL))
            json.key("anonymous")
            json.boolean(consultation.isAnonymous)
            json.key("contact")
            json.object { json in
                let contact = consultation.contact
                json.field("function", PrintText.apply(contact.function))
                json.field("telephone", contact.telephone.map(FrenchText.telephone))
                json.field("email", contact.email)
                json.key("address")
                json.array(contact.address) { $0.string(PrintText.apply($1)) }
            }
            body(&json)
        }
    }

    var pageURL: String {
        PrintAddress(base: site.settings.baseURL).url(.consultation(consultation.slug))
    }

    /// The field `themes`: every question, as it is put.
    func themes(into json: inout JSONWriter) {
        let numbers = Dictionary(
            consultation.questions.enumerated().map { ($1.code, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        json.key("themes")
        json.array(consultation.themes) { json, theme in
            json.object { json in
                json.field("title", PrintText.apply(theme.title))
                json.key("questions")
                json.array(theme.questions) { json, question in self.question(question, numbers, into: &json) }
            }
        }
    }

    private func question(_ question: Question, _ numbers: [String: Int], into json: inout JSONWriter) {
        json.object { json in
            json.field("number", numbers[question.code] ?? 0)
            json.field("text", PrintText.apply(question.text))
            json.field("help", question.help.map(PrintText.apply))
            json.field("manner", FrenchText.manner(of: question))
            json.key("optional")
            json.boolean(!question.isMandatory)
            json.field("condition", condition(of: question, numbers))
            json.field("kind", question.form)
            json.key("choices")
            json.array(question.ticks) { $0.string(PrintText.apply($1.label)) }
            json.key("other")
            json.boolean(question.hasOther)
            json.key("rows")
            json.array(question.rows) { $0.string(PrintText.apply($1.label)) }
            json.key("scale")
            json.array(question.steps) { $0.string(PrintText.apply($1.label)) }
            var unit: String?
            if case .number(let range) = question.kind { unit = range.unit }
            json.field("unit", unit)
        }
    }

    /// `Si vous avez répondu « Non » à la question 4`
    private func condition(of question: Question, _ numbers: [String: Int]) -> String? {
        guard let condition = question.condition, let number = numbers[condition.question],
            let asked = consultation.questions.first(where: { $0.code == condition.question })
        else { return nil }
        let answers = condition.answers.map { "«\u{A0}\(FrenchText.answer($0, to: asked))\u{A0}»" }
        let row = asked.rows.first { $0.code == condition.row }.map { ", pour «\u{A0}\($0.label)\u{A0}»" } ?? ""
        return "Si vous avez répondu \(FrenchText.list(answers, word: "ou")) à la question\u{A0}\(number)\(row)"
    }
}

extension Question {
    /// How it is drawn on paper.
    fileprivate var form: String {
        switch kind {
        case .list: "one"
        case .multiple: "several"
        case .fivePoint: "points"
        case .array: "matrix"
        case .number: "number"
        case .text: "words"
        case .commune: "code"
        }
    }

    /// What there is to tick, « autre » apart.
    fileprivate var ticks: [Choice] {
        switch kind {
        case .list(let choices), .multiple(let choices): choices
        default: []
        }
    }

    fileprivate var steps: [Choice] { if case .array(_, let scale) = kind { scale } else { [] } }
}
