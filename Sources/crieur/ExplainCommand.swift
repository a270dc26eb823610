import ArgumentParser
import SiteBuild

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Dit de quels fichiers, données, faits et gabarits vient une page, ou ce que devient un fichier.")

    @OptionGroup var input: InputOptions

    @Argument(help: ArgumentHelp("Une adresse du site (« /communes/74010-annecy/ ») ou un fichier.", valueName: "sujet"))
    var subject: String

    func run() async throws {
        let explanation = try await Explanation.explain(subject, try input.buildOptions())
        guard let text = explanation.text else {
            Report(input.format).print(explanation.diagnostics)
            Terminal.printError("crieur : rien ne s’appelle « \(subject) » dans ce site")
            throw ExitCode(ExitStatus.faults.rawValue)
        }
        print(text)
    }
}
