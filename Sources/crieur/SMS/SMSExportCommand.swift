import ArgumentParser
import Diagnostics
import French
import SiteBuild
import SMS

struct SMSExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Écrit les textes pour une passerelle de SMS, dans un dossier à vous seul, hors du projet.",
        discussion: """
            « csv » est un tableau (UTF-8, points-virgules). « gammu » est un fichier par texte, que Gammu lit sur son entrée : \
            « gammu-smsd-inject TEXT <numéro> -len <longueur> < alerte.txt ». Les numéros restent chez ceux qui envoient.
            """)

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case csv, gammu
    }

    @Option(help: ArgumentHelp("Dossier des textes et des données.", valueName: "dossier"))
    var content = "content"

    @OptionGroup var clock: ClockOption
    @OptionGroup var choice: SMSChoice

    @Flag(help: "Tient les avertissements pour des erreurs.")
    var strict = false

    @Option(help: ArgumentHelp("Forme des fichiers.", valueName: "forme"))
    var format: Form

    @Option(help: ArgumentHelp("Dossier où écrire, que vous seul pouvez lire.", valueName: "dossier"))
    var output: String

    func run() async throws {
        var options = BuildOptions(now: try clock.now(below: content), workers: 1)
        options.content = content
        options.strict = strict
        let folder = try PrivateTexts(options).folder(output)
        let (site, found) = try await SiteText.read(options)
        let diagnostics = found.judged(strictly: strict)
        Report(.text).print(diagnostics.filter { $0.severity == .error || $0.id == .smsBudget })
        guard let site, ExitStatus(diagnostics) == nil else { throw (ExitStatus(diagnostics) ?? .faults).code }
        let messages = try choice.messages(of: site)
        switch format {
        case .csv: try write(SMSTable(messages).csv, "textes.csv", folder)
        case .gammu:
            for message in messages { try write(Array(message.text.text.utf8), "\(message.name).txt", folder) }
        }
        let segments = messages.reduce(0) { $0 + $1.text.segments }
        print("« \(output) » : \(FrenchText.count(messages.count, "texte", "textes")), \(segments) SMS par destinataire.")
    }

    private func write(_ bytes: [UInt8], _ name: String, _ folder: String) throws {
        try DeliveredFile.write(bytes, to: DeliveryPlace.joined(folder, name), mode: 0o600)
    }
}
