import ArgumentParser
import Publishing
import SiteBuild
import SiteModel

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Fabrique le portail et les bulletins, puis les publie dans le dossier de sortie.")

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Dossier de sortie.", valueName: "dossier"))
    var output = "public"

    @Flag(inversion: .prefixedNo, help: "Compose les bulletins en PDF.")
    var pdf = true

    @Flag(inversion: .prefixedNo, help: "Prépare l’index de la recherche.")
    var search = true

    @Option(
        help: ArgumentHelp(
            "Ne refait que ces communes ; le reste du site publié est gardé.", valueName: "74010,74056"))
    var only: String?

    @Option(help: ArgumentHelp("Compare avec le build-manifest.json d’une fabrication passée.", valueName: "fichier"))
    var previous: String?

    @Option(
        help: ArgumentHelp(
            "Écrit dans ce fichier, en Markdown, ce qui change depuis « --previous » (ou depuis le site en place), et ce qu’il reste à vérifier.",
            valueName: "fichier"))
    var report: String?

    @Flag(help: "Montre aussi les brouillons, marqués comme tels, dans un dossier d’essai.")
    var drafts = false

    @OptionGroup var tools: PythonOption

    func validate() throws {
        guard drafts else { return }
        if input.strict { throw ValidationError("« --drafts » montre ce qui ne se publie pas : il ne va pas avec « --strict »") }
        if DeliveryPlace.isWithin(output, "public") { throw ValidationError("« --drafts » demande un autre dossier que « public » : « --output essai »") }
    }

    func run() async throws {
        var options = try tools.buildOptions(input)
        options.output = output
        options.showsDrafts = drafts
        options.printsBulletins = pdf
        options.indexesSearch = search
        options.only = try communes()
        let comparison = try previous.map { try Comparison(with: $0) }
        let place = try report.map { try ReportPlace($0, previous: previous, options) }
        options.wantsOutline = place != nil
        let start = ContinuousClock.now
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let outcome = try await SiteBuilder(options, progress: line.show).build()
        line.finish()
        Report(input.format).print(outcome.diagnostics)
        guard let publication = outcome.publication else { throw (ExitStatus(outcome.diagnostics) ?? .faults).code }
        if input.format == .text {
            print(Summary(outcome, publication, output: output, duration: ContinuousClock.now - start).text)
            if let omissions = outcome.omissions.text() { print(omissions) }
            if let reminder = outcome.reminder?.text { print(reminder) }
            if let comparison { print(comparison.text(to: publication.manifest)) }
        }
        try place?.write(outcome, publication)
        // The site is published, every child has ended, nothing temporary is left: all this was awaited.
        withExtendedLifetime(outcome) { ExitStatus.endInSuccess() }
    }

    private func communes() throws -> [INSEECode] {
        guard let only else { return [] }
        return try only.split(separator: ",", omittingEmptySubsequences: false).map { text in
            guard let code = INSEECode(String(text)) else {
                throw ValidationError("« --only » attend des codes INSEE de cinq caractères séparés par des virgules, pas « \(text) »")
            }
            return code
        }
    }
}
