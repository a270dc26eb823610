import ArgumentParser
import Diagnostics
import Files
import French
import Scaffolding

struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Commence le site d’un département, à compléter, dans un dossier vide.",
        discussion: "crieur new site --departement 73 --templates …/site-templates mon-portail")

    @Argument(help: ArgumentHelp("Dossier vide, ou à créer. Sinon celui où l’on est.", valueName: "dossier"))
    var folder = "."

    @Option(help: ArgumentHelp("Code du département : 01, 2A, 976. Sans lui, il reste à écrire dans site.yml.", valueName: "code"))
    var departement: String?

    @Option(
        help: ArgumentHelp(
            "Dossier des gabarits à copier. Sinon « site-templates », là où l’on est ou près du programme.", valueName: "dossier"))
    var templates: String?

    @OptionGroup var clock: ClockOption

    func run() throws {
        let source = try templates ?? Self.foundTemplates()
        let site = NewSite(folder: folder, templates: source, today: try clock.today(below: "\(folder)/content"))
        let begun = try Refused.asUsage { try site.files(departement: departement) }
        Report(.text).print(begun.diagnostics)
        if let status = ExitStatus(begun.diagnostics) { throw status.code }
        for file in begun.files { try NewFileWriter.write(file) }
        let place = folder == "." ? "" : ", dans « \(folder) »"
        print(
            """
            Site commencé\(place) : \(FrenchText.count(begun.files.count, "fichier", "fichiers")).
            1. Remplacez chaque « à compléter » dans « content/site.yml ».
            2. Remplacez « content/feeds/communes.csv » par les fichiers officiels de vos communes.
            3. Vérifiez les numéros de « content/facts.yml », écrivez les guides.
            Lancez-y « crieur check » : il dit ce qui reste.
            """)
    }

    /// Where the program is installed beside its templates, or was built from its sources.
    private static func foundTemplates() throws -> String {
        let name = "site-templates"
        func holdsModels(_ folder: String) -> Bool { Files.kind(of: "\(folder)/new") == .folder }
        if holdsModels(name) { return name }
        var above = ProgramPlace.path[...]
        while let slash = above.lastIndex(of: "/") {
            above = above[..<slash]
            if holdsModels("\(above)/\(name)") { return "\(above)/\(name)" }
        }
        throw ValidationError("les gabarits ne sont ni ici, ni près du programme ; indiquez leur dossier par « --templates »")
    }
}
