import ContentReading
import Diagnostics
import SiteModel
import Testing

@Suite struct ConsultationReaderTests {
    private static let head = """
        title: Consultation
        summary: Une consultation.
        who: Les maires
        opens: 2026-06-08
        closes: 2026-07-17
        status: open
        contact:
          function: Le bureau
        anonymous: false
        themes:
          - title: Un thème
            questions:
              - code: Q1
                text: "Oui ?"
                kind: list
                choices:
                  A1: Oui
                  A2: Non

        """

    private func read(
        _ text: String, known: [String]? = nil,
    ) -> (consultation: Consultation?, diagnostics: [Diagnostic]) {
        ConsultationReader.read(Array(text.utf8), file: "questions.yml", slug: "dcas", known: known)
    }

    private func faults(_ question: String) -> [DiagnosticID] {
        let lines = question.split(separator: "\n").map { "        \($0)\n" }.joined()
        return read(Self.head + "      -" + lines.dropFirst(7)).diagnostics.map(\.id)
    }

    @Test func aConsultationIsReadWhole() throws {
        let (read, diagnostics) = read(Self.head)
        #expect(diagnostics == [])
        let consultation = try #require(read)
        #expect(consultation.slug == "dcas" && consultation.scope == .gendarmerie && !consultation.isAnonymous)
        #expect(consultation.minimum == .usual)
        let question = try #require(consultation.questions.first)
        #expect(question.text == "Oui\u{202F}?")
        #expect(question.kind == .list([.init(code: "A1", label: "Oui"), .init(code: "A2", label: "Non")]))
        #expect(question.answerCodes == ["A1", "A2"] && question.isExclusive)
    }

    @Test func everyKindIsRead() throws {
        let more = """
                  - code: Q2
                    text: Deux
                    kind: multiple
                    choices: {X: Ici, Y: Là}
                    other: true
                  - code: Q3
                    text: Trois
                    kind: five-point
                    condition: {question: Q2, answers: [X, other]}
                  - code: Q4
                    text: Quatre
                    kind: array
                    rows: {L1: Le jour, L2: La nuit}
                    scale: {S1: Oui, S2: Non}
                    mandatory: true
                  - code: Q5
                    text: Cinq
                    kind: number
                    highest: 99
                    bands: [0, 10, 50]
                    unit: ans
                    condition: {question: Q4, row: L2, answers: [S1]}
                  - code: Q6
                    text: Six
                    kind: text
                    coded: {T1: Un sujet}
                  - code: Q7
                    text: Sept
                    kind: commune

            """
        let (consultation, diagnostics) = read(Self.head + more.split(separator: "\n").map { "      \($0.dropFirst(6))\n" }.joined())
        #expect(diagnostics == [])
        let questions = try #require(consultation).questions
        #expect(questions.count == 7)
        #expect(questions[1].answerCodes == ["X", "Y", "other"] && !questions[1].isExclusive)
        #expect(questions[2].condition == .init(question: "Q2", answers: ["X", "other"]))
        #expect(questions[3].isMandatory)
        guard case .number(let range) = questions[4].kind else { throw Unexpected() }
        #expect(range.bands.map(\.lowest) == [0, 10, 50] && range.bands.map(\.highest) == [9, 49, 99])
        #expect(range.band(of: 9)?.code == "0" && range.band(of: 99)?.code == "50" && range.band(of: 100) == nil)
        #expect(questions[4].condition == .init(question: "Q4", row: "L2", answers: ["S1"]))
        #expect(questions[6].answerCodes == [])
    }

    private struct Unexpected: Error {}

    @Test(arguments: ["Q 1", "1Q", "Qé", "Q-1", "id", "SubmitDate", "Q23456789012345678901"])
    func aCodeThatLimeSurveyRefusesIsAFault(code: String) {
        #expect(faults("code: \"\(code)\"\ntext: Deux\nkind: five-point") == [.questionCode])
    }

    @Test(arguments: ["A 1", "other", "-oth-", "TROPLONG"])
    func soIsThatOfAnAnswer(code: String) {
        #expect(faults("code: Q2\ntext: Deux\nkind: list\nchoices: {\"\(code)\": Oui, A2: Non}") == [.questionCode])
    }

    @Test func capitalsDoNotMakeAnotherCode() {
        #expect(faults("code: q1\ntext: Deux\nkind: five-point") == [.keyDuplicate])
        #expect(faults("code: Q2\ntext: Deux\nkind: list\nchoices: {a: Oui, A: Non}") == [.questionCode])
    }

    @Test func themesHaveTheirHiddenQuestion() {
        let question = "code: Q2themes\ntext: Deux\nkind: five-point\n"
        #expect(faults(question) == [])
        let twice = read(
            Self.head
                + "      - {code: Q2, text: Deux, kind: text, coded: {T: Sujet}}\n      - {code: Q2themes, text: Trois, kind: five-point}\n")
        #expect(twice.diagnostics.map(\.id) == [.questionCode])
    }

    @Test(arguments: [
        "kind: list\nchoices: {A1: Oui}", "kind: array\nrows: {L1: Le jour}\nscale: {A1: Oui}", "kind: number\nbands: [0]", "kind: number\nbands: []",
        "kind: number\nbands: [0, 5, 5]", "kind: number\nbands: [1, 5]", "kind: number\nhighest: 5\nbands: [0, 6]",
    ])
    func aScaleOfOneValueOrWithoutOrderIsAFault(kind: String) {
        #expect(faults("code: Q2\ntext: Deux\n\(kind)") == [.questionScale])
    }

    @Test(arguments: [
        "question: Q9, answers: [A1]", "question: Q2, answers: [A1]", "question: Q1, answers: [A3]", "question: Q1, row: L1, answers: [A1]",
    ])
    func aConditionOnWhatWasNotAskedIsAFault(condition: String) {
        #expect(faults("code: Q2\ntext: Deux\nkind: five-point\ncondition: {\(condition)}") == [.questionCondition])
    }

    @Test func anUnknownKeyIsSuggested() throws {
        let (_, diagnostics) = read(Self.head.replacing("choices:", with: "choises:"))
        #expect(diagnostics.map(\.id) == [.keyMissing, .keyUnknown])
        #expect(try #require(diagnostics.last).advice == "vouliez-vous dire « choices » ?")
    }

    @Test func itAsksSomething() {
        let none = Self.head[...].components(before: "    questions:") + "    questions: []\n"
        #expect(read(none).diagnostics.map(\.id) == [.keyMissing])
    }

    @Test func itClosesAfterItOpens() {
        #expect(read(Self.head.replacing("2026-07-17", with: "2026-06-07")).diagnostics.map(\.id) == [.consultationDates])
        #expect(read(Self.head.replacing("2026-07-17", with: "2026-06-08")).diagnostics == [])
    }

    @Test func anonymityIsNotGuessedAndNamesNoCommune() {
        #expect(read(Self.head.replacing("anonymous: false\n", with: "")).diagnostics.map(\.id) == [.keyMissing])
        let named = Self.head.replacing("anonymous: false", with: "anonymous: true") + "      - {code: COM, text: Où, kind: commune}\n"
        #expect(read(named).diagnostics.map(\.id) == [.valueNotAllowed])
    }

    @Test func secrecyIsNotLoweredToOneAnswer() {
        #expect(read(Self.head + "minimum: {answers: 2, communes: 1}\n").diagnostics.map(\.id) == [.valueType, .valueType])
        #expect(read(Self.head + "minimum: {answers: 11}\n").consultation?.minimum == .init(answers: 11, communes: 3))
    }

    @Test func theFormerWaveHasItsFolder() {
        let text = Self.head + "previous: dcas-2025\n"
        #expect(read(text, known: ["dcas", "dcas-2025"]).diagnostics == [])
        #expect(read(text, known: ["dcas", "dcas-2024"]).diagnostics.map(\.id) == [.valueNotAllowed])
        #expect(read(Self.head + "previous: dcas\n", known: ["dcas"]).diagnostics.map(\.id) == [.valueNotAllowed])
    }

    @Test(arguments: [
        "\u{FEFF}\"id\";\"submitdate\";\"lastpage\";\"Q1\"\r\n", "\"Response ID\",\"Date submitted\",\"Last page\"\n",
        "\"ID de la réponse\",\"Date de soumission\",\"Dernière page\"", "ID,Email,État du dossier,Dernière mise à jour le,Déposé le\n",
    ])
    func rawAnswersAreKnownByTheirColumns(line: String) {
        #expect(RawAnswers.isHeading(Array(line.utf8)))
    }

    @Test func otherTablesAreNot() {
        #expect(!RawAnswers.isHeading(Array("id;name;lastpage\n\"submitdate\";1".utf8)))
    }
}

extension Substring {
    fileprivate func components(before text: String) -> String { ranges(of: text).first.map { String(self[..<$0.lowerBound]) } ?? String(self) }
}
