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
            Écrit « results.yml » à côté de questions.yml : des effectifs, où ce qui pourrait désigner quelqu’un est caché. Les fichiers de réponses sont lus d’un dossier à vous seul, hors du projet et de tout dépôt git. Les noms, les \
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
        let communes = AskedCommune.asked(by: consultation, of: site)
        let reading = try answers.reading(files, consultation, communes)
        guard let sheet = reading.sheet else { return }
        print(AnswerWording.text(reading.report, consultation))
        let results: ConsultationResults
        do throws(AnswerSheet.TooFewAnswers) {
            results = try sheet.results(counted: options.today, communes: communes)
        } catch {
            Terminal.printError(
                "Rien n’est écrit : il faut au moins \(error.minimum.answers) réponses, de \(error.minimum.communes) communes, pour que "
                    + "personne ne puisse retrouver celle de quelqu’un.")
            throw ExitStatus.faults.code
        }
        let file = "\(input.content)/consultations/\(consultation.slug)/results.yml"
        try DeliveredFile.write(Array(ResultsFile.text(of: results, title: consultation.title).utf8), to: file)
        print(AnswerWording.written(results, file))
    }
}
