import ArgumentParser
import Diagnostics
import French
import SiteBuild

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Vérifie tout ce que « build » vérifie, sauf l’impression, sans rien écrire.")

    @OptionGroup var input: InputOptions

    func run() async throws {
        let options = try input.buildOptions()
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let outcome = try await SiteBuilder(options, progress: line.show).check()
        line.finish()
        Report(input.format).print(outcome.diagnostics)
        if let status = ExitStatus(outcome.diagnostics) { throw status.code }
        if input.format == .text { print("Tout est en ordre : \(FrenchText.count(outcome.pages, "page vérifiée", "pages vérifiées")).") }
    }
}
