import Diagnostics
import SiteModel
import YAML

/// What a question depends on must have been asked before, and have that answer.
struct ConditionCheck {
    let earlier: [Question]

    func check(_ code: String, row: String?, answers: [String], in fields: inout YAMLFields) {
        guard let question = earlier.first(where: { $0.code == code }) else {
            let codes = earlier.map(\.code)
            fields.report(
                "question", "la condition cite « \(code) », qui n’est le code d’aucune question posée avant",
                advice: Suggestion.closest(to: code, in: codes).map { "vouliez-vous dire « \($0) » ?" }
                    ?? (codes.isEmpty ? "retirez la condition de la première question" : "questions posées avant : \(list(codes))"))
            return
        }
        switch question.kind {
        case .number, .text, .commune:
            fields.report(
                "question", "« \(code) » n’a pas de réponses à cocher : rien ne peut en dépendre",
                advice: "citez une question à choix, ou retirez la condition")
            return
        case .array(let rows, _):
            let codes = rows.map(\.code)
            guard let row else {
                fields.report(
                    "question", "« \(code) » a plusieurs lignes : la condition ne dit pas laquelle",
                    advice: "ajoutez « row: … » : \(list(codes))")
                break
            }
            if !codes.contains(row) {
                fields.report(
                    "row", "« \(row) » n’est pas une ligne de « \(code) »",
                    advice: Suggestion.closest(to: row, in: codes).map { "vouliez-vous dire « \($0) » ?" } ?? "lignes : \(list(codes))")
            }
        case .list, .multiple, .fivePoint:
            if let row {
                fields.report("row", "« \(code) » n’a pas de lignes, mais la condition cite « \(row) »", advice: "retirez « row »")
            }
        }
        let codes = question.answerCodes
        for answer in answers where !codes.contains(answer) {
            fields.report(
                "answers", "« \(answer) » n’est pas une réponse à « \(code) »",
                advice: Suggestion.closest(to: answer, in: codes).map { "vouliez-vous dire « \($0) » ?" } ?? "réponses : \(list(codes))")
        }
    }

    private func list(_ codes: [String]) -> String { codes.map { "« \($0) »" }.joined(separator: ", ") }
}

extension YAMLFields {
    fileprivate mutating func report(_ key: String, _ message: String, advice: String) {
        diagnostics.append(.error(.questionCondition, at: valueLocation(of: key) ?? location, message, advice: advice))
    }
}
