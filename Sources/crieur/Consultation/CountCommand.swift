import ArgumentParser
import Consultations
import SiteBuild
import SiteModel

struct CountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Compte les réponses : exports de LimeSurvey et de Démarches simplifiées, questionnaires sur papier saisis.",
        discussion: """
            Écrit « results.yml » à côté de questions.yml : des effectifs, où ce qui pourrait désigner quelqu’un est caché. Les \
            fichiers de réponses sont lus d’un dossier à vous seul, hors du projet et de tout dépôt git. Les noms, les adresses, \
            les codes d’invitation et les mots écrits ne quittent pas la mémoire.
            """)

    @OptionGroup var counting: CountingOptions

    func run() async throws {
        let gathered = try await counting.gather()
        let (sheet, communes) = (gathered.sheet, gathered.communes)
        let results: ConsultationResults
        do throws(AnswerSheet.TooFewAnswers) {
            results = try sheet.results(counted: gathered.options.today, communes: communes)
        } catch {
            Terminal.printError(
                "Rien n’est écrit : il faut au moins \(error.minimum.answers) réponses, de \(error.minimum.communes) communes, pour que "
                    + "personne ne puisse retrouver celle de quelqu’un.")
            throw ExitStatus.faults.code
        }
        let file = "\(gathered.options.content)/consultations/\(sheet.consultation.slug)/results.yml"
        try DeliveredFile.write(Array(ResultsFile.text(of: results, title: sheet.consultation.title).utf8), to: file)
        print(AnswerWording.written(results, file))
    }
}
