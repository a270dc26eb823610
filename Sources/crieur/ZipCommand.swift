import ArgumentParser
import Files
import French
import SiteBuild

struct ZipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zip",
        abstract: "Range les bulletins en un fichier ZIP par brigade ou commissariat.",
        discussion: "Une commune qui relève de deux services est dans les deux fichiers.")

    @OptionGroup var press: PressOptions
    @OptionGroup var territory: TerritoryOptions

    @Option(help: ArgumentHelp("Dossier où écrire les fichiers.", valueName: "dossier"))
    var output: String

    func run() async throws {
        let options = try press.buildOptions()
        let place = try DeliveryPlace(output, options)
        guard Files.kind(of: output) != .file else {
            throw ValidationError("« --output » attend un dossier, et « \(output) » est un fichier")
        }
        let delivery = try await press.bulletins(territory.choice, options)
        let archives = try await delivery.archive(into: try place.folder())
        guard press.input.format == .text else { return }
        for archive in archives {
            let unit = archive.unit ?? "service compétent non connu"
            print("« \(archive.file) » : \(unit), \(FrenchText.count(archive.sheets, "bulletin", "bulletins"))")
        }
        print("\(FrenchText.count(archives.count, "fichier ZIP", "fichiers ZIP")) dans « \(output) ».")
    }
}
