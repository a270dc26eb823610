import Consultations
import SiteModel
import Testing

/// LimeSurvey's own files of answers: full texts as headings, codes as answers.
@Suite(.enabled(if: SurveyFiles.areThere, SurveyFiles.absence)) struct ResponseFilesTests {
    private static let all = ["limesurvey-reponses-100001.csv", "limesurvey-reponses-998192.csv"]

    private static func consultation(_ questions: [Question]) throws -> Consultation {
        Consultation(
            slug: "essai", file: "questions.yml", title: "Essai", summary: "Un essai", who: "Tous",
            opens: try #require(CalendarDate(iso: "2021-01-01")), closes: try #require(CalendarDate(iso: "2022-12-31")), status: .closed,
            contact: ConsultationContact(function: "Le bureau"), isAnonymous: true, themes: [.init(title: "Thème", questions: questions)])
    }

    private static func choices(_ codes: [String]) -> [Question.Choice] { codes.map { .init(code: $0, label: "mot \($0)") } }

    /// Some of the questions of the second file, in their own words.
    private static let known = [
        Question(code: "gender", text: "How do you identify?", kind: .list(choices(["man", "woman"])), hasOther: true),
        Question(code: "age", text: "How old are you?", kind: .number(.init(lowest: 0, highest: 120, starts: [0, 18, 65], unit: nil))),
        Question(
            code: "self", text: "Describe yourselves",
            kind: .array(
                rows: ["Openness", "Conscientiousness", "Extraversion", "Agreeableness", "Emotional Stability"].map { .init(code: String($0.prefix(5).filter { $0 != " " }), label: $0) },
                scale: choices(["1", "2", "3", "4", "5"]))),
        Question(code: "mood", text: "Please  describe your current mood.", kind: .text(themes: [])),
    ]

    @Test(arguments: all)
    func itsOwnColumnsAreAllKnown(name: String) throws {
        // Asking what every export has, nothing else: what is left over are the questions of that survey.
        let reading = AnswerReading([.init(name: name, bytes: try SurveyFiles.read(name))], for: try Self.consultation([]))
        let columns = reading.faults.compactMap(\.fault.column)
        #expect(columns.count == reading.faults.count && !columns.isEmpty)
        let own = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started", "Date last action", "Total time"]
        #expect(columns.allSatisfy { !own.contains($0) && !$0.hasPrefix("Group time") && !$0.hasPrefix("Question time") })
    }

    @Test func knownQuestionsAreReadOnceTheOthersAreTakenOut() throws {
        let (headings, rows) = Self.split(try SurveyFiles.read(Self.all[1]))
        let kept = headings.indices.filter { place in
            place < 7 || (9...11).contains(place) || (34...38).contains(place) || place == 20
        }
        let table = ([headings] + rows).map { row in kept.map { "\"\(row[$0].replacing("\"", with: "\"\""))\"" }.joined(separator: ",") }
        let reading = AnswerReading(
            [.init(name: "r.csv", bytes: Array(table.joined(separator: "\r\n").utf8))], for: try Self.consultation(Self.known))
        #expect(reading.faults == [])
        // Of seven, two were sent.
        #expect(reading.report.files.first?.rows == 7 && reading.report.files.first?.unfinished == 5)
        let answers = try #require(reading.sheet?.answers)
        #expect(answers.map(\.day) == [CalendarDate(iso: "2021-09-24"), CalendarDate(iso: "2022-03-15")])
        #expect(answers.first?.values == [:])
        #expect(
            answers.last?.values == [
                "gender": .choice("woman"), "age": .number(4), "mood": .words(themes: nil),
                "self": .rows(["Openn": "1", "Consc": "2", "Extra": "3", "Agree": "3", "Emoti": "4"]),
            ])
    }

    /// Read by nothing of the program's own: all fields stand in quotes there.
    private static func split(_ bytes: [UInt8]) -> (headings: [String], rows: [[String]]) {
        var rows: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar != "\u{FEFF}" && scalar != "\r" {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                rows[rows.count - 1].append(field)
                field = ""
                if scalar == "\n" { rows.append([]) }
            default: field.unicodeScalars.append(scalar)
            }
        }
        let whole = rows.filter { $0.count > 1 }
        return (whole[0], Array(whole.dropFirst()))
    }
}
