import ArgumentParser
import French
import SiteBuild

struct JoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Réunit les bulletins en un seul PDF pour l’imprimeur, dans l’ordre postal.",
        discussion: """
            Chaque commune commence au recto d’une feuille. Ce PDF est fait pour l’impression : pour la lecture à \
            l’écran, seuls les bulletins un à un sont accessibles.
            """)

    @OptionGroup var press: PressOptions
    @OptionGroup var territory: TerritoryOptions

    @Option(help: ArgumentHelp("Fichier PDF à écrire.", valueName: "fichier"))
    var output: String

    func run() async throws {
        let options = try press.buildOptions()
        let place = try DeliveryPlace(output, options)
        guard !place.isFolder, output.lowercased().hasSuffix(".pdf") else {
            throw ValidationError("« --output » attend le nom d’un fichier PDF, par exemple « bulletins.pdf »")
        }
        let delivery = try await press.bulletins(territory.choice, options)
        try DeliveredFile.makeFolders(for: output)
        let pages = try await delivery.join(to: output)
        guard press.input.format == .text else { return }
        let printed = delivery.sheets.reduce(0) { $0 + $1.pages }
        let blank = pages > printed ? ", dont \(FrenchText.count(pages - printed, "page blanche", "pages blanches"))" : ""
        print(
            "« \(output) » : \(FrenchText.count(delivery.sheets.count, "bulletin", "bulletins")) dans l’ordre postal, "
                + "\(FrenchText.count(pages, "page", "pages"))\(blank).")
    }
}
