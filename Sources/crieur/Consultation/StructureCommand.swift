import ArgumentParser
import Consultations
import French
import SiteModel

struct StructureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "structure",
        abstract: "Écrit le questionnaire dans un fichier que LimeSurvey importe (« Créer, Importer », format .txt).")

    @OptionGroup var input: InputOptions
    @OptionGroup var choice: ConsultationChoice

    @Option(help: ArgumentHelp("Fichier à écrire. Sinon, le questionnaire est affiché.", valueName: "fichier"))
    var output: String?

    func run() throws {
        let consultation = try choice.read(input)
        let bytes = SurveyStructure.bytes(of: consultation)
        guard let output else {
            print(String(decoding: bytes, as: UTF8.self), terminator: "")
            return
        }
        let place = try DeliveryPlace(output, try input.buildOptions())
        let file = try place.write(bytes, named: "\(consultation.slug).txt")
        guard input.format == .text else { return }
        print("« \(file) » : \(FrenchText.count(consultation.questions.count, "question", "questions")), à importer dans LimeSurvey.")
    }
}
