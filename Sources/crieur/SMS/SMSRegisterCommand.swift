import ArgumentParser
import Diagnostics
import Files
import French
import SiteBuild
import SiteModel

struct SMSRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Compose, pour chaque mairie, la fiche qui donne le numéro d’alerte de la commune, avec les essais à faire.",
        discussion: """
            La fiche est remplie avec ce qui est public : la commune, sa mairie, sa brigade. Le numéro s’écrit à la main : aucun \
            fichier ne le garde. La fiche vierge se demande par « print: [alert-number] » dans un guide.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var tools: PythonOption
    @OptionGroup var territory: TerritoryOptions

    @Option(help: ArgumentHelp("Seulement cette commune : son code INSEE ou son nom.", valueName: "commune"))
    var commune: String?

    @Option(help: ArgumentHelp("Dossier où écrire les fiches.", valueName: "dossier"))
    var output: String

    mutating func validate() throws {
        if commune != nil, territory.choice != .all {
            throw ValidationError("choisissez « --commune », « --brigade » ou « --arrondissement »")
        }
    }

    func run() async throws {
        let options = try tools.buildOptions(input)
        let place = try DeliveryPlace(output, options)
        guard Files.kind(of: output) != .file else {
            throw ValidationError("« --output » attend un dossier, et « \(output) » est un fichier")
        }
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let delivery: FormShop.Delivery
        do {
            delivery = try await FormShop(options, progress: line.show).alertNumbers(commune.map { .commune($0) } ?? territory.choice)
        } catch let unknown as UnknownChoice {
            line.finish()
            throw ValidationError(unknown.message)
        }
        line.finish()
        Report(input.format).print(delivery.diagnostics)
        if let status = ExitStatus(delivery.diagnostics) { throw status.code }
        let folder = try place.folder()
        for form in delivery.forms { try DeliveredFile.write(try Files.read(form.file), to: DeliveryPlace.joined(folder, form.name)) }
        guard input.format == .text else { return }
        print("« \(output) » : \(FrenchText.count(delivery.forms.count, "fiche", "fiches")), une par commune.")
        let withoutHall = delivery.forms.filter { $0.commune.townHall == nil }.map(\.commune.name)
        if !withoutHall.isEmpty {
            print("Sans mairie dans les données, à compléter à la main : \(FrenchText.list(Array(withoutHall.prefix(8))))\(withoutHall.count > 8 ? "…" : "").")
        }
    }
}
