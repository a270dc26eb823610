import Consultations
import SiteModel
import Testing

@Suite struct AnswerReadingTests {
    private static let codes = [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "Q1", "Q1[other]", "Q2[X]", "Q2[Y]", "Q2[other]", "Q3",
        "Q4[L1]", "Q4[L2]", "Q5", "Q6", "Q6themes[T1]", "Q6themes[T2]", "COM", "interviewtime", "groupTime12", "Q1Time",
    ]
    private static let texts = [
        "ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série", "Code d'accès",
        "Êtes-vous d'accord ?", "Êtes-vous d'accord ? [Autre]", "Lesquels [Ici, là]", "Lesquels [Ailleurs]", "Lesquels [Autre]",
        "Combien", "Quand [Le jour]", "Quand [La nuit]", "Note", "Vos mots", "Sujets de « Vos mots » (cochés au dépouillement) [Présence]",
        "Sujets de « Vos mots » (cochés au dépouillement) [Accueil]", "Commune", "Temps total", "Group time: Un thème", "Question time: Q1",
    ]
    private static let first = [
        "1", "2026-06-10 09:00:00", "3", "fr", "42", "SECRETTOKEN", "A1", "", "Y", "", "MOTS SECRETS", "12.0000000000", "S1", "S2", "4",
        "MOTS\nSECRETS \"ici\"; là", "Y", "", "74010", "12", "3", "4",
    ]

    /// As LimeSurvey writes it: all in quotes, lines end with CRLF, one more at the end.
    private static func csv(_ headings: [String], _ rows: [[String]], separator: String = ";", mark: String = "\u{FEFF}") -> [UInt8] {
        let lines = ([headings] + rows).map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator) }
        return Array((mark + lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private static func row(_ changes: [Int: String]) -> [String] { first.enumerated().map { changes[$0] ?? $1 } }

    private func read(_ rows: [[String]], headings: [String] = codes, separator: String = ";", coded: String? = nil) throws -> AnswerReading {
        AnswerReading(
            [.init(name: "r.csv", bytes: Self.csv(headings, rows, separator: separator))],
            coded: coded.map { [.init(name: "c.csv", bytes: Array($0.utf8))] } ?? [], for: try Examples.small())
    }

    private static let expected: [String: Answer.Value] = [
        "Q1": .choice("A1"), "Q2": .choices(["X", "other"]), "Q3": .number(12), "Q4": .rows(["L1": "S1", "L2": "S2"]), "Q5": .choice("4"),
        "Q6": .words(themes: ["T1"]),
    ]

    @Test(arguments: [";", ",", "\t"])
    func anExportByCodesIsRead(separator: String) throws {
        let reading = try read([Self.first], separator: separator)
        #expect(reading.faults == [])
        let answer = try #require(reading.sheet?.answers.first)
        #expect(answer.values == Self.expected)
        #expect(answer.commune?.text == "74010" && answer.day == CalendarDate(iso: "2026-06-10") && answer.way == .web)
    }

    @Test func oneByFullTextsInFrenchToo() throws {
        let words = Self.row([6: "Oui, tout à fait", 8: "Oui", 9: "Non", 12: "Bien", 13: "Mal"])
        for row in [words, Self.first] {
            let reading = try read([row], headings: Self.texts, separator: ",")
            #expect(reading.faults == [])
            #expect(reading.sheet?.answers.first?.values == Self.expected)
        }
    }

    @Test func codesMayBeWrittenAsStatisticiansDo() throws {
        let headings = Self.codes.map { $0.replacing("[", with: "_").replacing("]", with: "") }
        #expect(try read([Self.first], headings: headings).sheet?.answers.first?.values == Self.expected)
    }

    @Test func answersThatWereNotSentAreLeftOut() throws {
        let reading = try read([Self.first, Self.row([0: "2", 1: "", 5: "B", 18: "74001"]), Self.row([0: "3", 1: "1980-01-01 00:00:00", 5: "C", 18: "74002"])])
        #expect(reading.faults == [])
        #expect(reading.sheet?.answers.map(\.day) == [CalendarDate(iso: "2026-06-10"), nil])
        #expect(reading.report.files.first?.unfinished == 1)
    }

    @Test func theLastOfACommunesAnswersIsKept() throws {
        let reading = try read([
            Self.row([0: "1", 1: "2026-06-12 09:00:00", 6: "A2"]), Self.row([0: "2", 1: "2026-06-11 09:00:00"]),
            Self.row([0: "3", 1: "", 6: "A1"]), Self.row([0: "4", 1: "2026-06-12 08:59:59", 18: "74001"]),
        ])
        #expect(reading.sheet?.answers.map { $0.values["Q1"] } == [.choice("A2"), .choice("A1")])
        #expect(reading.report.doubles == 1 && reading.report.withoutKey == 0)
    }

    @Test func anAnonymousSurveyHasNoKey() throws {
        let consultation = try Examples.small(anonymous: true)
        let headings = Self.codes.filter { $0 != "COM" }
        let rows = [["1"], ["2"]].map { $0 + Self.first.dropFirst().enumerated().filter { $0.offset != 17 }.map(\.element) }
        let reading = AnswerReading([.init(name: "r.csv", bytes: Self.csv(headings, rows))], for: consultation)
        #expect(reading.faults == [])
        #expect(reading.sheet?.answers.count == 2 && reading.report.doubles == 0)
        #expect(reading.report.isAnonymous && reading.report.withoutKey == 2)
    }

    @Test func multipleChoicesTellWhoSawThem() throws {
        let reading = try read([
            Self.row([8: "0", 9: "1", 10: ""]), Self.row([0: "2", 8: "0", 9: "0", 10: "", 18: "74001"]),
            Self.row([0: "3", 8: "", 9: "", 10: "", 18: "74002"]),
        ])
        #expect(reading.sheet?.answers.map { $0.values["Q2"] } == [.choices(["Y"]), .choices([]), nil])
    }

    @Test func otherIsCountedWithoutItsWords() throws {
        let reading = try read([Self.row([6: "-oth-", 7: "MOTS SECRETS"])])
        #expect(reading.sheet?.answers.first?.values["Q1"] == .choice(Question.other))
    }

    @Test func wordsWaitForThemesAndATableGivesThem() throws {
        let rows = [Self.row([16: "", 17: ""]), Self.row([0: "2", 15: "", 16: "", 17: "", 18: "74001"])]
        let waiting = try read(rows)
        #expect(waiting.sheet?.answers.map { $0.values["Q6"] } == [.words(themes: nil), nil])
        #expect(waiting.report.waiting == ["Q6": 1])
        let coded = try read(rows, coded: "numero;question;sujets\n1;Q6;T1 T2\n")
        #expect(coded.faults == [])
        #expect(coded.sheet?.answers.first?.values["Q6"] == .words(themes: ["T1", "T2"]))
        #expect(coded.report.waiting == [:])
    }

    @Test(arguments: [
        ("numero;question;sujets\n9;Q6;T1\n", "aucune réponse n’a ce numéro"), ("numero;question;sujets\n1;Q6;T9\n", "un sujet n’est pas"),
        ("numero;question;sujets\n1;Q5;T1\n", "ce n’est pas le code"), ("numero;sujets\n1;T1\n", "il faut les colonnes"),
        ("numero;question;sujets\n1;Q6;T1\n1;Q6;T2\n", "déjà rangée"), ("numero;question;sujets;voie\n1;Q6;T1;mail\n", "la voie est"),
    ])
    func aTableOfThemesIsChecked(table: String, message: String) throws {
        let reading = try read([Self.first], coded: table)
        #expect(reading.sheet == nil && reading.faults.count == 1)
        #expect(try #require(reading.faults.first).text.contains(message))
    }
}
