import ArgumentParser
// Linked for its `malloc`, which all of the program then takes: pages are thousands of small texts that several threads
// give back in any order, where it needs a tenth less time than the C library.
import CJemalloc
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
                Terminal.printError(usageFault(error, arguments: Array(CommandLine.arguments.dropFirst())).text)
                exit(ExitStatus.wrongUsage.rawValue)
            }
            if let code = error as? ExitCode { exit(code.rawValue) }
            if code == .success {
                print(HelpText.french(Crieur.fullMessage(for: error)))
                exit(code.rawValue)
            }
            Terminal.printError(Failure.text(error))
            exit(ExitStatus.machine.rawValue)
        }
    }

    static func usageFault(_ error: any Error, arguments: [String]) -> UsageFault {
        var commands = names(of: Crieur.self)
        var called: String?
        var type: any ParsableCommand.Type = Crieur.self
        if let command = arguments.first(where: { commands.contains($0) }) {
            called = command
            type = subcommand(command, of: type) ?? type
            // One of its own commands: `bulletin join`.
            let inner = names(of: type)
            if let second = arguments.first(where: { inner.contains($0) }) {
                called = "\(command) \(second)"
                type = subcommand(second, of: type) ?? type
            }
            commands = inner
        }
        // The line of usage abridges many options; the help of a group of commands lacks those of its usual one.
        let options = "\(Crieur.fullMessage(for: error)) \(Crieur.helpMessage(for: type))".split { " []\n,/".contains($0) }.map(String.init)
        return UsageFault(
            message: Crieur.message(for: error), options: options.filter { $0.hasPrefix("--") },
            commands: expectsCommand(type) ? commands : [], command: called)
    }

    /// Whether the next word is the name of a command, and nothing else.
    private static func expectsCommand(_ type: any ParsableCommand.Type) -> Bool {
        !type.configuration.subcommands.isEmpty && type.configuration.defaultSubcommand == nil
    }

    private static func subcommand(_ name: String, of command: any ParsableCommand.Type) -> (any ParsableCommand.Type)? {
        command.configuration.subcommands.first { $0.configuration.commandName == name }
    }

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
    }
}

struct Crieur: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crieur",
        abstract: "Compile des textes et des données officielles en un portail et un bulletin par commune.",
        version: "0.1.0",
        subcommands: [BuildCommand.self, CheckCommand.self, BulletinCommand.self, MailingCommand.self, FeedsCommand.self, FactsCommand.self, ExplainCommand.self, ServeCommand.self, NewCommand.self, ConsultationCommand.self, CalendarCommand.self, SMSCommand.self, ReferenceCommand.self],
        helpNames: [.short, .long])
}
