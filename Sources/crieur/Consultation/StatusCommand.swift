import ArgumentParser
import Consultations
import SiteBuild

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Dit où en est une consultation avant toute publication : qui n’a pas répondu, ce qui est sauté, ce qui serait caché.",
        discussion: """
            C’est un tableau de bord pour le groupement : il s’affiche ici et n’est écrit nulle part. Les fichiers de réponses \
            sont lus d’un dossier à vous seul, comme par « count ».
            """)

    @OptionGroup var counting: CountingOptions

    @Flag(help: "Dit aussi ce qui serait caché selon le minimum choisi : cela demande plusieurs minutes.")
    var minimums = false

    func run() async throws {
        let gathered = try await counting.gather()
        print(StatusWording.text(AnswerStatus(gathered.sheet, communes: gathered.communes)).joined(separator: "\n"))
        guard minimums else { return }
        print(StatusWording.text(AnswerStatus.outlooks(gathered.sheet, communes: gathered.communes, on: gathered.options.today)).joined(separator: "\n"))
    }
}
