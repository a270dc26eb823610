import ArgumentParser
import Preview
import SiteBuild

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Montre le site dans un navigateur pendant qu’on l’écrit, sans rien publier.",
        discussion: "Chaque page suit ce que l’on enregistre. « ?date=2027-01-31 », à la fin d’une adresse, montre le site de ce jour-là.")

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Port de l’adresse http://127.0.0.1:<port>/.", valueName: "port"))
    var port: UInt16 = 8000

    @Option(
        help: ArgumentHelp(
            "Adresse où répondre. Par défaut, cette machine seule ; « 0.0.0.0 » montre l’aperçu à tout le réseau.", valueName: "adresse"))
    var listen = "127.0.0.1"

    @Flag(inversion: .prefixedNo, help: "Compose les PDF des pages regardées, puis les autres.")
    var pdf = true

    @Flag(inversion: .prefixedNo, help: "Prépare l’index de la recherche.")
    var search = true

    @Flag(inversion: .prefixedNo, help: "Montre aussi les brouillons, marqués comme tels.")
    var drafts = true

    @OptionGroup var tools: PythonOption

    func validate() throws {
        if port == 0 { throw ValidationError("« --port » attend un nombre de 1 à 65535") }
    }

    func run() async throws {
        var settings = PreviewServer.Settings()
        settings.address = listen
        settings.port = port
        settings.content = input.content
        settings.templates = input.templates
        // What is wrong with the options is said at once.
        _ = try options(on: nil)
        let server = PreviewServer(settings, options: { try options(on: $0) }) { Terminal.printError($0) }
        do {
            try await server.run()
        } catch let fault as PreviewServer.AddressTaken {
            throw ValidationError("« --port » : le port \(fault.port) est déjà pris ; choisissez-en un autre, comme \(fault.port + 1)")
        }
    }

    private func options(on date: String?) throws -> BuildOptions {
        var input = input
        if let date { input.clock.date = date }
        var options = try tools.buildOptions(input)
        options.printsBulletins = pdf
        options.indexesSearch = search
        options.showsDrafts = drafts
        return options
    }
}
