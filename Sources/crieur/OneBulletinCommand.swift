import ArgumentParser
import Files
import French
import SiteBuild
import SiteModel

struct OneBulletinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commune",
        abstract: "Compose le bulletin d’une commune et dit où il est : « crieur bulletin 74010 ».")

    @OptionGroup var press: PressOptions

    @Argument(help: ArgumentHelp("Code INSEE de la commune, ou son nom.", valueName: "commune"))
    var commune: String

    @Option(
        help: ArgumentHelp(
            "Fichier à écrire, ou dossier où le mettre. Sinon le dossier où l’on est.", valueName: "fichier"))
    var output = "."

    func run() async throws {
        let options = try press.buildOptions()
        let place = try DeliveryPlace(output, options)
        let delivery = try await press.bulletins(.commune(commune), options)
        guard let sheet = delivery.sheets.first else {
            throw ValidationError("cette édition n’a pas de bulletin pour « \(commune) »")
        }
        let file = try place.write(try Files.read(sheet.file), named: "\(sheet.name).pdf")
        guard press.input.format == .text else { return }
        let kilobytes = (sheet.bytes + 500) / 1000
        print(
            "Bulletin \(FrenchText.of(sheet.commune)) (\(delivery.source?.edition.id ?? "")) : « \(file) », "
                + "\(FrenchText.count(sheet.pages, "page", "pages")), \(FrenchText.number(kilobytes)) ko.")
        if !sheet.omitted.isEmpty {
            print("Faute de place, n’y est pas en entier : \(sheet.omitted.joined(separator: " ; ")).")
        }
    }
}
