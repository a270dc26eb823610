import ArgumentParser
import Diagnostics
import SiteBuild

/// What every command that sets bulletins is told beside its inputs.
struct PressOptions: ParsableArguments {
    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Édition, par exemple 2026-11. Sinon la dernière.", valueName: "édition"))
    var edition: String?

    @OptionGroup var tools: PythonOption

    func buildOptions() throws -> BuildOptions { try tools.buildOptions(input) }

    /// The bulletins of `choice`, their messages told; ends the command where a fault stops it.
    func bulletins(_ choice: PrintShop.Choice, _ options: BuildOptions) async throws -> PrintShop.Delivery {
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let delivery: PrintShop.Delivery
        do {
            delivery = try await PrintShop(options, progress: line.show).bulletins(choice, edition: edition)
        } catch let unknown as UnknownChoice {
            line.finish()
            throw ValidationError(unknown.message)
        }
        line.finish()
        Report(input.format).print(delivery.diagnostics)
        if let status = ExitStatus(delivery.diagnostics) { throw status.code }
        return delivery
    }
}
