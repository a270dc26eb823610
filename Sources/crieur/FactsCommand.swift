import ArgumentParser
import Diagnostics
import SiteBuild

struct FactsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Liste les faits du registre, par date de prochaine vérification, avec les textes et les imprimés qui les portent.")

    @OptionGroup var input: InputOptions

    func run() async throws {
        let options = try input.buildOptions()
        let (list, found) = try await FactList.read(options)
        let diagnostics = found.judged(strictly: options.strict)
        if input.format == .json {
            print(FactReport(list, diagnostics: diagnostics).json)
        } else {
            // Warnings are « check »’s to tell.
            Report(input.format).print(diagnostics.filter { $0.severity == .error })
            if let list, input.format == .text { print(FactTable(list).text) }
        }
        if let status = ExitStatus(diagnostics) { throw status.code }
    }
}
