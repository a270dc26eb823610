import ArgumentParser
import Consultations
import Files
import French
import SiteModel

struct ReadStructureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reprend un questionnaire de LimeSurvey (.txt) en questions.yml.",
        discussion: "Ce que LimeSurvey ne dit pas est laissé à compléter. Rien de ce qui existe n’est remplacé.")

    @Argument(help: ArgumentHelp("Structure du questionnaire, exportée de LimeSurvey au format .txt.", valueName: "fichier"))
    var file: String

    @Option(help: ArgumentHelp("Fichier à écrire. Sinon, le questionnaire est affiché.", valueName: "fichier"))
    var output: String?

    func run() throws {
        if let output, Files.kind(of: output) != .other {
            throw ValidationError("« --output » : « \(output) » existe déjà ; choisissez un autre nom, ou déplacez-le")
        }
        let draft: SurveyDraft
        do {
            draft = try SurveyStructure.draft(of: Files.read(file))
        } catch let fault as SheetFault {
            Terminal.printError("\(file) : \(fault.text)")
            throw ExitStatus.faults.code
        }
        for remark in draft.remarks { Terminal.printError("\(file) : ligne \(remark.line) : \(remark.message)") }
        if !draft.otherLanguages.isEmpty {
            Terminal.printError("\(file) : le questionnaire est aussi en \(FrenchText.list(draft.otherLanguages)) : seule une langue est reprise")
        }
        let bytes = QuestionsFile.bytes(of: draft)
        guard let output else {
            print(String(decoding: bytes, as: UTF8.self), terminator: "")
            return
        }
        try DeliveredFile.write(bytes, to: output)
        let count = draft.themes.reduce(0) { $0 + $1.questions.count }
        print("« \(output) » : \(FrenchText.count(count, "question", "questions")). Complétez-le, puis lancez « crieur check ».")
    }
}
