import ArgumentParser
import Diagnostics
import French
import SiteBuild
import SiteModel

struct MailingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailing",
        abstract: "Écrit la liste des communes pour un publipostage : mairie, page, bulletin, brigade.",
        discussion: """
            Le fichier CSV s’ouvre dans Excel et LibreOffice. Les boîtes sont celles, publiques, que donne la liste \
            officielle des mairies.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var territory: TerritoryOptions

    @Option(help: ArgumentHelp("Édition, par exemple 2026-11. Sinon la dernière.", valueName: "édition"))
    var edition: String?

    @Option(help: ArgumentHelp("Fichier CSV à écrire.", valueName: "fichier"))
    var output: String

    func run() async throws {
        let options = try input.buildOptions()
        let place = try DeliveryPlace(output, options)
        guard !place.isFolder else {
            throw ValidationError("« --output » attend le nom d’un fichier, par exemple « communes.csv »")
        }
        let (found, diagnostics) = try await list(options)
        Report(input.format).print(diagnostics)
        guard let list = found, ExitStatus(diagnostics) == nil else { throw (ExitStatus(diagnostics) ?? .faults).code }
        let file = try place.write(list.csv, named: "")
        guard input.format == .text else { return }
        print("« \(file) » : \(FrenchText.count(list.count, "commune", "communes")), édition \(list.edition.id).")
        if !list.withoutMailbox.isEmpty {
            let names = list.withoutMailbox.map { "\(Typography.apply($0.name)) (\($0.code))" }
            print(
                "Boîte de la mairie inconnue, case laissée vide : "
                    + "\(FrenchText.count(names.count, "commune", "communes")) : \(FrenchText.list(names)).")
        }
    }

    private func list(_ options: BuildOptions) async throws -> (MailingList?, [Diagnostic]) {
        do {
            return try await MailingList.read(options, territory.choice, edition: edition)
        } catch let unknown as UnknownChoice {
            throw ValidationError(unknown.message)
        }
    }
}
