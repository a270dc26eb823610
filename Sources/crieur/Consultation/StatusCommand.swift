import ArgumentParser
import Consultations
import Diagnostics
import French
import SiteBuild
import SiteModel

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Dit où en est une consultation avant toute publication : qui n’a pas répondu, ce qui est sauté, ce qui serait caché.",
        discussion: """
            C’est un tableau de bord pour le groupement : il s’affiche ici et n’est écrit nulle part. Les fichiers de réponses \
            sont lus d’un dossier à vous seul, comme par « count ».
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var choice: ConsultationChoice
    @OptionGroup var answers: AnswerOptions

    @Flag(help: "Dit aussi ce qui serait caché selon le minimum choisi : cela demande plusieurs minutes.")
    var minimums = false

    func run() async throws {
        let consultation = try choice.read(input)
        let options = try input.buildOptions()
        let files = try answers.read(options)
        let inputs = try await SiteInputs.read(options)
        Report(input.format).print(inputs.diagnostics.filter { $0.severity == .error })
        guard let site = inputs.site, ExitStatus(inputs.diagnostics) == nil else {
            throw (ExitStatus(inputs.diagnostics) ?? .faults).code
        }
        let communes = AskedCommune.asked(by: consultation, of: site)
        let reading = try answers.reading(files, consultation, communes)
        print(AnswerWording.text(reading.report, consultation))
        guard let sheet = reading.sheet else { return }
        print(StatusWording.text(AnswerStatus(sheet, communes: communes)).joined(separator: "\n"))
        guard minimums else { return }
        print(StatusWording.text(AnswerStatus.outlooks(sheet, communes: communes, on: options.today)).joined(separator: "\n"))
    }
}
