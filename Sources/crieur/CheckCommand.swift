import ArgumentParser
import Diagnostics
import SiteBuild

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Vérifie tout ce que « build » vérifie, sans rien écrire.")

    @OptionGroup var input: InputOptions

    func run() async throws {
        let options = try input.buildOptions()
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let outcome = try await SiteBuilder(options, progress: line.show).check()
        line.finish()
        Report(input.format).print(outcome.diagnostics)
        if outcome.diagnostics.hasErrors { throw ExitCode(ExitStatus.faults.rawValue) }
        if input.format == .text { print("Tout est en ordre : \(outcome.pages) pages vérifiées.") }
    }
}
