import ArgumentParser
import Diagnostics
import French
import SiteBuild
import SiteModel

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Compose la lettre qui invite chaque maire à répondre : un seul PDF, dans l’ordre postal.",
        discussion: """
            Chaque lettre commence au recto d’une feuille, son adresse à la place de la fenêtre d’une enveloppe. Ce qu’elle dit \
            en propre est dans « invitation » de questions.yml. Rien n’est publié.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var choice: ConsultationChoice
    @OptionGroup var territory: TerritoryOptions
    @OptionGroup var tools: PythonOption

    @Option(help: ArgumentHelp("Fichier PDF à écrire.", valueName: "fichier"))
    var output: String

    func run() async throws {
        let options = try tools.buildOptions(input)
        let place = try DeliveryPlace(output, options)
        guard !place.isFolder, output.lowercased().hasSuffix(".pdf") else {
            throw ValidationError("« --output » attend le nom d’un fichier PDF, par exemple « lettres.pdf »")
        }
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let delivery: LetterShop.Delivery
        do {
            delivery = try await LetterShop(options, progress: line.show).invitations(to: choice.slug, territory.choice)
        } catch let unknown as UnknownChoice {
            line.finish()
            throw ValidationError(unknown.message)
        }
        line.finish()
        Report(input.format).print(delivery.diagnostics)
        if let status = ExitStatus(delivery.diagnostics) { throw status.code }
        guard delivery.count > 0 else { throw ValidationError("cette consultation ne s’adresse à aucune de ces communes") }
        try DeliveredFile.makeFolders(for: output)
        let pages = try await delivery.join(to: output)
        guard input.format == .text else { return }
        print(
            "« \(output) » : \(FrenchText.count(delivery.count, "lettre", "lettres")) dans l’ordre postal, "
                + "\(FrenchText.count(pages, "page", "pages")).")
        if !delivery.withoutAddress.isEmpty {
            print(
                "Sans adresse de mairie dans les données, à compléter à la main : "
                    + "\(FrenchText.list(delivery.withoutAddress.prefix(8).map(\.name)))\(delivery.withoutAddress.count > 8 ? "…" : "").")
        }
    }
}
