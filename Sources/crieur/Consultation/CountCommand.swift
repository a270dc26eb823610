import ArgumentParser
import Consultations
import Diagnostics
import SiteBuild
import SiteModel

struct CountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Compte les réponses : exports de LimeSurvey et de Démarches simplifiées, questionnaires sur papier saisis.",
        discussion: """
            Les fichiers de réponses sont lus d’un dossier à vous seul, hors du projet et de tout dépôt git. Les noms, les \
            adresses, les codes d’invitation et les mots écrits ne quittent pas la mémoire.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var choice: ConsultationChoice
    @OptionGroup var answers: AnswerOptions

    func run() async throws {
        let consultation = try choice.read(input)
        let options = try input.buildOptions()
        // What is refused is told before feeds are read, which takes longer.
        let files = try answers.read(options)
        let inputs = try await SiteInputs.read(options)
        Report(input.format).print(inputs.diagnostics.filter { $0.severity == .error })
        guard let site = inputs.site, ExitStatus(inputs.diagnostics) == nil else {
            throw (ExitStatus(inputs.diagnostics) ?? .faults).code
        }
        let reading = try answers.reading(files, consultation, site)
        print(AnswerWording.text(reading.report, consultation))
    }
}
