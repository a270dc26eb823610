import Consultations
import ContentReading
import Files
import Foundation
import SiteModel
import Testing

/// LimeSurvey's own exports, which are no part of the project: in the folder that `CRIEUR_REAL_DATA` names, else in
/// `../shared/data` beside the package.
enum SurveyFiles {
    static let folder =
        "\(ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"] ?? "\(Examples.packageRoot)/../shared/data")/sondage"
    static var areThere: Bool { Files.kind(of: folder) == .folder }
    static let absence: Comment = "the exports are not there: set CRIEUR_REAL_DATA to their folder"

    static func read(_ name: String) throws -> [UInt8] { try Files.read("\(folder)/\(name)") }
}

@Suite(.enabled(if: SurveyFiles.areThere, SurveyFiles.absence)) struct SurveyFilesTests {
    private static let structures = [
        "limesurvey-export-of-survey-with-one-multi-choice-question-as-tsv.txt", "limesurvey-testing-checkbox-autofix-export.txt",
        "limesurvey-testing-multilingual-export.txt",
    ]

    @Test(arguments: structures)
    func oursHaveItsColumnsAndRows(name: String) throws {
        let theirs = try Self.rows(SurveyFiles.read(name))
        let ours = Self.rows(SurveyStructure.bytes(of: try Examples.consultation("dcas-2026")))
        // Two of the files end their first line with a space.
        let columns = theirs[0].map { $0.filter { $0 != " " } }
        #expect(Set(ours[0]) == Set(columns))
        #expect(ours[0].count == columns.count)
        let classes = Set(ours.dropFirst().map { $0[2] })
        #expect(classes == ["S", "SL", "G", "Q", "SQ", "A"])
        #expect(Set(theirs.dropFirst().map { $0[2] }).isSubset(of: classes))
        // Settings that are written are known to LimeSurvey.
        let settings = Set(theirs.filter { $0[2] == "SL" }.map { $0[4] })
        #expect(Set(ours.filter { $0[2] == "SL" }.map { $0[4] }).isSubset(of: settings))
        let rowsOfQuestions = theirs.filter { $0[2] == "Q" || $0[2] == "SQ" }
        #expect(!rowsOfQuestions.isEmpty)
    }

    @Test func ofSeveralLanguagesOneIsRead() throws {
        let draft = try SurveyStructure.draft(of: SurveyFiles.read("limesurvey-testing-multilingual-export.txt"))
        #expect(draft.title == "Test Survey" && draft.otherLanguages == ["nl"] && draft.isAnonymous)
        let choices = [
            Question.Choice(code: "1", label: "This is the first answer option"), .init(code: "2", label: "This is the second answer option"),
        ]
        let question = Question(
            code: "onlyQuestion", text: "This is the question text of the only question in this survey.",
            help: "This is the help text of the only question in this survey.", kind: .list(choices))
        #expect(draft.themes == [.init(title: "Only group", questions: [question])])
    }

    @Test func frenchGoesBeforeTheLanguageOfTheSurvey() throws {
        let bytes = try SurveyFiles.read("limesurvey-testing-multilingual-export.txt")
        let french = String(decoding: bytes, as: UTF8.self).replacing("\tnl\t", with: "\tfr\t")
        let draft = try SurveyStructure.draft(of: Array(french.utf8))
        #expect(draft.themes.first?.questions.first?.text == "Vraagtekst" && draft.otherLanguages == ["en"])
    }

    @Test(arguments: structures)
    func theirQuestionsBecomeAFileThatIsRead(name: String) throws {
        let draft = try SurveyStructure.draft(of: SurveyFiles.read(name))
        var text = String(decoding: QuestionsFile.bytes(of: draft), as: UTF8.self)
        for key in ["opens", "closes"] { text = text.replacing("\n\(key):\n", with: "\n\(key): 2026-01-01\n") }
        for key in ["summary", "who", "  function"] { text = text.replacing("\n\(key):\n", with: "\n\(key): À écrire\n") }
        let (read, diagnostics) = ConsultationReader.read(Array(text.utf8), file: "questions.yml", slug: "essai")
        #expect(diagnostics == [])
        #expect(try #require(read).themes == draft.themes)
    }

    /// Read by nothing of the program's own: no cell of these files holds a tab or a line break.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
        }
    }
}
