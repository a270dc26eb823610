import Consultations
import SiteModel
import Testing

/// Where a consultation of two questions stands: 12 communes in two arrondissements, of which nine answered.
@Suite struct AnswerStatusTests {
    private func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(iso: "1970-01-01")! }

    private var consultation: Consultation {
        let yes = [Question.Choice(code: "A1", label: "Oui"), Question.Choice(code: "A2", label: "Non")]
        return Consultation(
            slug: "essai", file: "questions.yml", title: "Essai", summary: "Un essai.", who: "Les maires", opens: day("2026-09-14"),
            closes: day("2026-10-16"), status: .closed, contact: ConsultationContact(function: "Le bureau"), isAnonymous: false,
            themes: [
                Consultation.Theme(
                    title: "Le contact",
                    questions: [
                        Question(code: "CON1", text: "Vous connaissez-vous ?", kind: .list(yes)),
                        Question(
                            code: "CON2", text: "Pourquoi ?", kind: .list(yes),
                            condition: Question.Condition(question: "CON1", answers: ["A2"])),
                    ])
            ])
    }

    private var communes: [AskedCommune] {
        (1...12).compactMap { number in
            INSEECode("740\(number < 10 ? "0" : "")\(number)").map { code in
                let name = number <= 5 ? "Annecy" : "Bonneville"
                return AskedCommune(code: code, arrondissement: .init(id: name, label: name), brigade: nil, size: nil)
            }
        }
    }

    private var sheet: AnswerSheet {
        AnswerSheet(
            consultation: consultation,
            answers: communes.prefix(9).enumerated().map { place, commune in
                var values: [String: Answer.Value] = [:]
                // The last says nothing; three say no, one of whom says why.
                if place < 8 { values["CON1"] = .choice(place < 3 ? "A2" : "A1") }
                if place == 0 { values["CON2"] = .choice("A1") }
                return Answer(way: .web, commune: commune.code, day: day("2026-09-20"), values: values)
            })
    }

    @Test func silentCommunesAreCountedByTerritory() {
        let status = AnswerStatus(sheet, communes: communes)
        #expect(status.territories.map(\.axis) == [.arrondissement])
        #expect(status.territories[0].territories.map { [$0.label, "\($0.silent)", "\($0.asked)"] } == [["Bonneville", "3", "7"], ["Annecy", "0", "5"]])
    }

    @Test func aQuestionIsSkippedByThoseWhoSawIt() {
        let skipped = AnswerStatus(sheet, communes: communes).skipped
        #expect(skipped.map { [$0.question.code, "\($0.left)", "\($0.asked)"] } == [["CON2", "2", "3"], ["CON1", "1", "9"]])
    }

    @Test func aHigherMinimumHidesMore() {
        let outlooks = AnswerStatus.outlooks(sheet, communes: communes, on: day("2026-10-20"))
        #expect(outlooks.map(\.minimum.answers) == [3, 5, 8, 10])
        #expect(outlooks.last?.isAnything == false)
        let hidden = outlooks.filter(\.isAnything).map(\.hidden)
        #expect(hidden == hidden.sorted() && outlooks[0].counts == 4)
    }
}
