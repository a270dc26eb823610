import Consultations
import ContentReading
import Files
import SiteModel

/// Reads files of answers and prints raw counts, for an independent count to judge: the program itself never tells them.
///
/// Arguments: `questions.yml`, then files of answers; after `--coded`, tables of themes. A line each:
/// `QUESTION ROW answered count count …` (`-` for no row), `kept WAY N`, `not-asked N`, `doubles N`, `unfinished N`, or `fault …`.
@main
enum CountAnswers {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let questions = arguments.first else { return }
        let (consultation, diagnostics) = ConsultationReader.read(try Files.read(questions), file: questions, slug: "judged")
        guard let consultation, diagnostics.isEmpty else {
            print("fault \(diagnostics)")
            return
        }
        let parts = arguments.dropFirst().split(separator: "--coded", omittingEmptySubsequences: false)
        func files(_ paths: ArraySlice<String>?) throws -> [AnswerReading.File] {
            try (paths ?? []).map { .init(name: $0, bytes: try Files.read($0)) }
        }
        let reading = AnswerReading(try files(parts.first), coded: try files(parts.dropFirst().first), for: consultation)
        for fault in reading.faults { print("fault \(fault.text.replacing("\n", with: " "))") }
        guard let sheet = reading.sheet else { return }
        for question in consultation.questions {
            let rows: [String?] = if case .array(let rows, _) = question.kind { rows.map(\.code) } else { [nil] }
            for row in rows {
                let tally = AnswerTally(sheet.answers, question: question, row: row)
                print(question.code, row ?? "-", tally.answered, tally.counts.map(String.init).joined(separator: " "))
            }
        }
        for (way, count) in reading.report.kept.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { print("kept", way, count) }
        print("not-asked", reading.report.notAsked.values.reduce(0, +))
        print("doubles", reading.report.doubles)
        print("unfinished", reading.report.files.reduce(0) { $0 + $1.unfinished })
    }
}
