import Diagnostics
import SiteModel
import YAML

extension YAMLFields {
    /// What stands for a count that is not told.
    private static let hidden = "caché"
    private static let expected = "un effectif (un nombre entier), ou « caché »"

    private static func cell(_ text: String) -> ConsultationResults.Cell? {
        text == hidden ? .hidden : Int(text).flatMap { $0 >= 0 ? .count($0) : nil }
    }

    mutating func count(_ key: String, required: Bool = false) -> Int? {
        value(key, expected: "un nombre entier, à partir de 0", required: required) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
    }

    mutating func cell(_ key: String, required: Bool = false) -> ConsultationResults.Cell? {
        value(key, expected: Self.expected, required: required, Self.cell)
    }

    /// - Parameter count: how many there must be; `nil` where that is not known.
    mutating func cells(_ key: String, count: Int?) -> [ConsultationResults.Cell] {
        let known = diagnostics.count
        let cells = values(key, expected: Self.expected, required: true, Self.cell)
        if let count, cells.count != count, diagnostics.count == known, !isRecording {
            diagnostics.append(
                .error(
                    .resultsQuestions, at: valueLocation(of: key) ?? location,
                    "\(cells.count) effectifs sont écrits pour \(count) réponses possibles", advice: Self.countAgain))
        }
        return cells
    }

    /// Results are of the questions as they are: after a change of these they are counted again.
    /// Returns how many answers are counted; `nil` where they are not the question's.
    mutating func answers(countedOf question: String, _ row: String?, _ codes: [String], _ consultation: Consultation) -> Int? {
        guard !isRecording else { return nil }
        let known = consultation.questions.first { $0.code == question }
        let place = valueLocation(of: row == nil ? "question" : "row") ?? location
        guard let known else {
            diagnostics.append(
                .error(
                    .resultsQuestions, at: valueLocation(of: "question") ?? location,
                    "aucune question n’a le code « \(question) »",
                    advice: Suggestion.closest(to: question, in: consultation.questions.map(\.code)).map { "vouliez-vous dire « \($0) » ?" }
                        ?? Self.countAgain))
            return nil
        }
        var rows: [String?] = [nil]
        if case .array(let lines, _) = known.kind { rows = lines.map(\.code) }
        if !rows.contains(row) {
            diagnostics.append(
                .error(
                    .resultsQuestions, at: place,
                    row.map { "la question « \(question) » n’a pas de ligne « \($0) »" } ?? "la ligne de la question « \(question) » n’est pas dite",
                    advice: Self.countAgain))
        } else if codes != known.answerCodes {
            diagnostics.append(
                .error(
                    .resultsQuestions, at: valueLocation(of: "codes") ?? location,
                    "les réponses comptées ne sont pas celles de la question « \(question) » : \(known.answerCodes.joined(separator: ", "))",
                    advice: Self.countAgain))
        } else {
            return codes.count
        }
        return nil
    }

    private static let countAgain = "les questions ont changé depuis : comptez de nouveau (« crieur consultation count »)"
}
