import Consultations
import ContentReading
import SiteModel
import Testing

@Suite struct SurveyStructureTests {
    @Test(arguments: Examples.slugs)
    func whatLimeSurveyGetsReadsBackEqual(slug: String) throws {
        let consultation = try Examples.consultation(slug)
        let draft = try SurveyStructure.draft(of: SurveyStructure.bytes(of: consultation))
        #expect(draft.themes == consultation.themes)
        #expect(draft.title == consultation.title && draft.summary == consultation.summary && draft.who == consultation.who)
        #expect(draft.opens == consultation.opens && draft.closes == consultation.closes)
        #expect(draft.isAnonymous == consultation.isAnonymous)
        #expect(draft.remarks == [] && draft.otherLanguages == [])
    }

    @Test(arguments: Examples.slugs)
    func andItsQuestionsFileToo(slug: String) throws {
        let consultation = try Examples.consultation(slug)
        let file = QuestionsFile.bytes(of: try SurveyStructure.draft(of: SurveyStructure.bytes(of: consultation)))
        // Who answers for it is what a person adds.
        let completed = String(decoding: file, as: UTF8.self).replacing("  function:\n", with: "  function: Le bureau\n")
        let (read, diagnostics) = ConsultationReader.read(Array(completed.utf8), file: "questions.yml", slug: slug)
        #expect(diagnostics == [])
        #expect(try #require(read).themes == consultation.themes)
    }

    @Test func textsAreMarkupThere() throws {
        let question = Question(
            code: "Q1", text: "« A < B » & {x}\u{202F}?", kind: .list([.init(code: "A", label: "<b>\"1\"\t2</b>"), .init(code: "B", label: "B")]))
        let consultation = try Self.consultation([question])
        let bytes = SurveyStructure.bytes(of: consultation)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("« A &lt; B » &amp; &#123;x&#125;\u{202F}?"))
        let read = try #require(try SurveyStructure.draft(of: bytes).themes.first?.questions.first)
        #expect(read.text == question.text)
    }

    @Test func onlyWhatTellsWhoAnswersIsLeftOut() throws {
        let text = String(decoding: SurveyStructure.bytes(of: try Examples.consultation("dcas-2026")), as: UTF8.self)
        let settings = Set(text.split(separator: "\r\n").map { $0.split(separator: "\t").joined(separator: " ") })
        #expect(settings.isSuperset(of: ["S ipaddr N", "S refurl N", "S savetimings N", "S anonymized N", "S sid 539229"]))
    }

    @Test(arguments: [
        ("CON1.NAOK == \"A2\"", ["A2"]), ("((CON1.NAOK == 'A2') or (CON1.NAOK == \"-oth-\"))", ["A2", "other"]),
        ("CON1 == \"A2\" || CON1.NAOK==\"A1\"", ["A2", "A1"]),
    ])
    func conditionsAreReadAsPeopleWriteThem(relevance: String, answers: [String]) throws {
        let draft = try Self.draft(relevance: relevance)
        #expect(draft.remarks == [])
        #expect(draft.themes.first?.questions.last?.condition == .init(question: "CON1", answers: answers))
    }

    @Test(arguments: ["CON1.NAOK > 3", "CON1.NAOK == \"A1\" and CON1.NAOK == \"A2\"", "XXX.NAOK == \"A1\"", "CON1.NAOK == \"A9\"", "!is_empty(CON1.NAOK)"])
    func otherConditionsAreTold(relevance: String) throws {
        let draft = try Self.draft(relevance: relevance)
        #expect(draft.remarks.count == 1)
        #expect(draft.themes.first?.questions.last?.condition == nil)
    }

    @Test func whatIsNoStructureSaysSo() {
        #expect(throws: SheetFault.self) { try SurveyStructure.draft(of: Array("a;b\n1;2\n".utf8)) }
        #expect(throws: SheetFault.self) { try SurveyStructure.draft(of: []) }
    }

    private static func consultation(_ questions: [Question]) throws -> Consultation {
        Consultation(
            slug: "essai", file: "questions.yml", title: "Essai", summary: "Un essai", who: "Les maires",
            opens: try #require(CalendarDate(iso: "2026-06-08")), closes: try #require(CalendarDate(iso: "2026-07-17")), status: .open,
            contact: ConsultationContact(function: "Le bureau"), isAnonymous: true, themes: [.init(title: "Thème", questions: questions)])
    }

    private static func draft(relevance: String) throws -> SurveyDraft {
        let choices = [Question.Choice(code: "A1", label: "Oui"), .init(code: "A2", label: "Non")]
        let bytes = SurveyStructure.bytes(
            of: try consultation([
                Question(code: "CON1", text: "Un", kind: .list(choices), hasOther: true),
                Question(code: "CON2", text: "Deux", kind: .fivePoint, condition: .init(question: "CON1", answers: ["A1"])),
            ]))
        let text = String(decoding: bytes, as: UTF8.self)
        let quoted = "\"\(relevance.replacing("\"", with: "\"\""))\""
        let changed = text.replacing("\"CON1.NAOK == \"\"A1\"\"\"", with: quoted)
        #expect(changed != text)
        return try SurveyStructure.draft(of: Array(changed.utf8))
    }
}
