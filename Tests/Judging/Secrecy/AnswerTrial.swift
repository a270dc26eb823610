import Consultations
import SiteModel

/// Reads consultations with their answers from standard input, columns between tabulations, and writes the `results.yml`
/// of each, then a line `---`:
///
///     minimum   ANSWERS   COMMUNES
///     question  CODE      KIND      MANDATORY  CODES (a,b)  ROWS (r,s)  CONDITION (QUESTION:ROW:a,b)
///     commune   CODE      ARRONDISSEMENT  BRIGADE  POPULATION
///     answer    WAY       COMMUNE   DAY        CODE=VALUES …
///     count
struct AnswerTrial {
    private var minimum = Consultation.Minimum.usual
    private var questions: [Question] = []
    private var communes: [AskedCommune] = []
    private var answers: [Answer] = []

    mutating func run() {
        while let line = readLine() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            switch columns[0] {
            case "minimum": minimum = Consultation.Minimum(answers: Int(columns[1])!, communes: Int(columns[2])!)
            case "question": questions.append(question(columns))
            case "commune": communes.append(commune(columns))
            case "answer": answers.append(answer(columns))
            default:
                count()
                self = AnswerTrial()
            }
        }
    }

    private func count() {
        let consultation = Consultation(
            slug: "essai", file: "essai", title: "Essai", summary: "", who: "", opens: day("2026-10-05"),
            closes: day("2026-11-15"), status: .closed, contact: ConsultationContact(function: ""), isAnonymous: true,
            minimum: minimum, themes: [Consultation.Theme(title: "", questions: questions)])
        do {
            let sheet = AnswerSheet(consultation: consultation, answers: answers)
            let results = try sheet.results(counted: day("2026-11-24"), communes: communes)
            print(ResultsFile.text(of: results, title: "Essai"), terminator: "")
            for fault in results.secrecyFaults(of: consultation, communes: communes) { print("# fault: \(fault)") }
        } catch {
            print("none: \(error.answers)")
        }
        print("---")
    }

    private func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    private func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    private func question(_ columns: [String]) -> Question {
        let choices = list(columns[4]).map { Question.Choice(code: $0, label: $0) }
        let kind: Question.Kind =
            switch columns[2] {
            case "list": .list(choices)
            case "multiple": .multiple(choices)
            case "array": .array(rows: list(columns[5]).map { Question.Choice(code: $0, label: $0) }, scale: choices)
            case "number":
                .number(NumberRange(lowest: 0, highest: nil, starts: choices.map { Int($0.code)! }, unit: nil))
            default: .text(themes: choices)
            }
        let parts = columns[6].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return Question(
            code: columns[1], text: columns[1], kind: kind, isMandatory: columns[3] == "1",
            condition: parts.count == 3
                ? Question.Condition(question: parts[0], row: parts[1].isEmpty ? nil : parts[1], answers: list(parts[2])) : nil)
    }

    private func commune(_ columns: [String]) -> AskedCommune {
        let group = { (text: String) in text.isEmpty ? nil : AskedCommune.Group(id: text, label: text) }
        return AskedCommune(
            code: INSEECode(columns[1])!, arrondissement: group(columns[2]), brigade: group(columns[3]), size: group(columns[4]))
    }

    private func answer(_ columns: [String]) -> Answer {
        var values: [String: Answer.Value] = [:]
        for column in columns.dropFirst(4) {
            let parts = column.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            let texts = list(parts[1])
            switch questions.first(where: { $0.code == parts[0] })!.kind {
            case .multiple: values[parts[0]] = .choices(Set(texts))
            case .text: values[parts[0]] = .words(themes: Set(texts))
            case .array:
                values[parts[0]] = .rows(
                    Dictionary(uniqueKeysWithValues: texts.map { text in
                        let pair = text.split(separator: ":").map(String.init)
                        return (pair[0], pair[1])
                    }))
            case .number: values[parts[0]] = .number(Int(texts[0])!)
            default: values[parts[0]] = .choice(texts[0])
            }
        }
        return Answer(
            way: ConsultationResults.Way(rawValue: columns[1])!, commune: INSEECode(columns[2]),
            day: CalendarDate(iso: columns[3]), values: values)
    }
}
