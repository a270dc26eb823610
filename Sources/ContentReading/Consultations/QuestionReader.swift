import Diagnostics
import French
import SiteModel
import YAML

/// The questions of one consultation, in their order: each may depend on those before it.
struct QuestionReader {
    /// Names in `questions.yml`.
    enum Kind: String, CaseIterable {
        case list, multiple
        case fivePoint = "five-point"
        case array, number, text, commune
    }

    let isAnonymous: Bool
    private(set) var read: [(question: Question, place: SourceLocation)] = []

    init(isAnonymous: Bool) { self.isAnonymous = isAnonymous }

    mutating func read(_ fields: inout YAMLFields) -> Question? {
        let earlier = read.map(\.question)
        let code = fields.requiredString("code")
        let codePlace = fields.valueLocation(of: "code") ?? fields.location
        if !code.isEmpty { fields.check(code, at: codePlace) }
        let text = Typography.apply(fields.requiredString("text"))
        let help = fields.string("help").map(Typography.apply)
        let name: Kind? = fields.choice("kind", required: true)
        let kind = readKind(&fields, named: name)
        var hasOther = false
        if name == .list || name == .multiple || fields.isRecording { hasOther = fields.bool("other") ?? false }
        let isMandatory = fields.bool("mandatory") ?? false
        let condition = fields.mapping("condition") { Self.condition(&$0, after: earlier) } ?? nil
        // Without its kind, a question's other keys have no sense.
        if name == nil { _ = fields.allEntries() }
        guard !code.isEmpty, let kind else { return nil }
        let question = Question(
            code: code, text: text, help: help, kind: kind, hasOther: hasOther, isMandatory: isMandatory, condition: condition)
        read.append((question, codePlace))
        return question
    }

    private func readKind(_ fields: inout YAMLFields, named name: Kind?) -> Question.Kind? {
        if fields.isRecording {
            for key in ["choices", "rows", "scale", "coded"] { _ = fields.choices(key, length: QuestionCode.questionLength) }
            _ = fields.numberRange()
        }
        switch name {
        case .list: return .list(fields.scale("choices"))
        case .multiple: return .multiple(fields.choices("choices", length: QuestionCode.questionLength, least: 2))
        case .fivePoint: return .fivePoint
        case .array:
            let rows = fields.choices("rows", length: QuestionCode.questionLength, least: 1)
            return .array(rows: rows, scale: fields.scale("scale"))
        case .number: return fields.numberRange().map { .number($0) }
        case .text: return .text(themes: fields.choices("coded", length: QuestionCode.questionLength))
        case .commune:
            if isAnonymous {
                fields.diagnostics.append(
                    .error(
                        .valueNotAllowed, at: fields.valueLocation(of: "kind") ?? fields.location,
                        "une consultation anonyme ne demande pas la commune : on saurait qui répond",
                        advice: "retirez cette question, ou écrivez « anonymous: false »"))
            }
            return .commune
        case nil: return nil
        }
    }

    private static func condition(_ fields: inout YAMLFields, after earlier: [Question]) -> Question.Condition? {
        let code = fields.requiredString("question")
        let row = fields.string("row")
        let answers = fields.strings("answers", required: true)
        guard !code.isEmpty, !fields.isRecording else { return nil }
        ConditionCheck(earlier: earlier).check(code, row: row, answers: answers, in: &fields)
        return Question.Condition(question: code, row: row, answers: answers)
    }

    /// What shows only once all are read: LimeSurvey does not tell capitals from small letters.
    func check(_ fields: inout YAMLFields) {
        var places: [String: (code: String, place: SourceLocation)] = [:]
        for (question, place) in read {
            if let former = places.updateValue((question.code, place), forKey: question.code.lowercased()) {
                places[question.code.lowercased()] = former
                fields.diagnostics.append(
                    .error(
                        .keyDuplicate, at: place,
                        former.code == question.code
                            ? "le code « \(question.code) » est celui de deux questions"
                            : "les codes « \(former.code) » et « \(question.code) » n’en font qu’un pour LimeSurvey",
                        advice: "donnez à chaque question son code", notes: [.init("première question", at: former.place)]))
            }
        }
        for (question, place) in read {
            guard case .text(let themes) = question.kind, !themes.isEmpty,
                let other = places[(question.code + QuestionCode.themesSuffix).lowercased()]
            else { continue }
            fields.diagnostics.append(
                .error(
                    .questionCode, at: other.place,
                    "« \(other.code) » est le code sous lequel LimeSurvey reçoit les thèmes de « \(question.code) »",
                    advice: "donnez à cette question un autre code", notes: [.init("les thèmes sont ici", at: place)]))
        }
    }
}
