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
        let (list, diagnostics) = try await FactList.read(options)
        var faults = FaultList(strict: options.strict, diagnostics)
        if input.format == .json {
            print(FactReport(list, diagnostics: faults.all).json)
        } else {
            // Faults of other files are « check »’s to tell.
            faults.keepErrors()
            Report(input.format).print(faults.all)
            if let list, input.format == .text { print(FactTable(list).text) }
        }
        if let status = ExitStatus(faults.all) { throw status.code }
    }
}

/// What a command that only reads tells: under `--strict` a warning is an error.
private struct FaultList {
    private(set) var all: [Diagnostic]

    init(strict: Bool, _ diagnostics: [Diagnostic]) {
        all = diagnostics.map { diagnostic in
            guard strict, diagnostic.severity == .warning else { return diagnostic }
            var error = diagnostic
            error.severity = .error
            return error
        }
    }

    mutating func keepErrors() { all.removeAll { $0.severity != .error } }
}
