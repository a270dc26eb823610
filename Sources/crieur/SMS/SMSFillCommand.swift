import ArgumentParser
import French
import Glibc
import SiteBuild
import SMS

struct SMSFillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Demande de quoi remplir un SMS confidentiel, et le montre tel qu’il part. Rien n’est gardé.",
        discussion: """
            Ce qui est demandé se tape au clavier, jamais sur la ligne de commande, que le terminal retient. Le texte s’affiche \
            ici et n’est écrit nulle part : effacez l’écran après l’envoi.
            """)

    @OptionGroup var place: PrivateTextOptions

    @Argument(help: ArgumentHelp("Fichier du texte à trous.", valueName: "fichier"))
    var file: String

    func run() throws {
        var status = stat()
        guard fstat(STDOUT_FILENO, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            throw ValidationError("un SMS rempli ne s’enregistre pas : lancez la commande sans « > »")
        }
        guard let text = try PrivateTexts(try place.buildOptions()).text(file) else { throw ExitStatus.faults.code }
        var values: [String: String] = [:]
        for blank in text.blanks { values[blank.name] = try Self.ask(blank) }
        let sent = text.filled { values[$0.name] ?? "" }
        print(sent.text)
        Terminal.printError((["", sent.measure] + sent.remarks.map { "  - \($0)" }).joined(separator: "\n"))
    }

    /// What is typed for a blank: asked again on a terminal where it is empty or too long.
    private static func ask(_ blank: ConfidentialText.Blank) throws -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        while true {
            if isTerminal { Terminal.printError("\(blank.name) (\(FrenchText.count(blank.most, "signe", "signes")) au plus) : ", terminator: "") }
            guard let typed = readLine() else {
                Terminal.printError("il manque de quoi remplir « \(blank.name) » : rien n’est montré")
                throw ExitStatus.faults.code
            }
            let length = SMSText(typed).length
            if !typed.isEmpty, length <= blank.most { return typed }
            let fault = typed.isEmpty ? "« \(blank.name) » est vide" : "« \(blank.name) » : \(FrenchText.count(length - blank.most, "signe", "signes")) de trop"
            Terminal.printError(fault)
            guard isTerminal else { throw ExitStatus.faults.code }
        }
    }
}
