import ArgumentParser
import Glibc

@main
struct Main {
    static func main() async {
        do {
            var command = try Crieur.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = Crieur.exitCode(for: error)
            if code == .validationFailure {
                Terminal.printError(Crieur.fullMessage(for: error))
                exit(ExitStatus.wrongUsage.rawValue)
            }
            if error is CleanExit || error is ExitCode || code == .success { Crieur.exit(withError: error) }
            Terminal.printError("crieur : \(error)")
            exit(ExitStatus.toolFailed.rawValue)
        }
    }
}

struct Crieur: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crieur",
        abstract: "Compile des textes et des données officielles en un portail et un bulletin par commune.",
        version: "0.1.0",
        subcommands: [BuildCommand.self, CheckCommand.self, ExplainCommand.self],
        helpNames: [.short, .long])
}

/// What the shell is told.
enum ExitStatus: Int32 {
    /// Faults in the inputs.
    case faults = 1
    case wrongUsage = 2
    /// A tool or the disk failed.
    case toolFailed = 3
}
