import ArgumentParser
import Diagnostics
import Files
import French
import SiteBuild
import SMS

struct SMSModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Écrit les SMS confidentiels à trous, un fichier par situation, et la planche à imprimer pour ceux qui les envoient.",
        discussion: """
            Ils sont écrits dans un dossier à vous seul, hors du projet. Changez-les comme il vous plaît : un fichier qui est \
            déjà là n’est jamais remplacé, et la planche est refaite d’après les fichiers. Aucun ne dit un fait : voyez \
            « crieur sms fill ».
            """)

    @OptionGroup var place: PrivateTextOptions
    @OptionGroup var tools: PythonOption

    @Flag(name: .customLong("no-pdf"), help: "Ne fait pas la planche.")
    var skipsSheet = false

    @Option(help: ArgumentHelp("Dossier où écrire, que vous seul pouvez lire.", valueName: "dossier"))
    var output: String

    func run() async throws {
        var options = try place.buildOptions()
        options.python = tools.python
        options.pythonVariable = InputOptions.pythonVariable
        let privateTexts = PrivateTexts(options)
        let folder = try privateTexts.folder(output)
        let models = "\(options.templates)/new/sms"
        guard Files.kind(of: models) == .folder else {
            throw ValidationError("« \(models) » n’existe pas : les textes de départ sont là, à côté des autres gabarits")
        }
        var written = 0
        for name in try Files.entries(of: models).map(\.name).sorted() where name.hasSuffix(".txt") {
            let file = DeliveryPlace.joined(folder, name)
            if Files.kind(of: file) != .other || Files.isLink(file) { continue }
            try DeliveredFile.write(try Files.read("\(models)/\(name)"), to: file, mode: 0o600)
            written += 1
        }
        guard let texts = try privateTexts.texts(in: folder) else { throw ExitStatus.faults.code }
        print("« \(output) » : \(FrenchText.count(texts.count, "texte", "textes")), dont \(FrenchText.number(written)) de départ.")
        guard !skipsSheet, !texts.isEmpty else { return }
        let sheet = try await ConfidentialShop(options).sheet(of: texts, in: folder)
        Report(.text).print(sheet.diagnostics)
        guard let pdf = sheet.pdf else { throw (ExitStatus(sheet.diagnostics) ?? .faults).code }
        let name = "planche-sms.pdf"
        try DeliveredFile.write(pdf, to: DeliveryPlace.joined(folder, name), mode: 0o600)
        print("« \(DeliveryPlace.joined(output, name)) » : \(FrenchText.count(sheet.pages, "page", "pages")), confidentielle.")
    }
}
