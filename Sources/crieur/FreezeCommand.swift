import ArgumentParser
import Diagnostics
import French
import SiteBuild
import SiteModel

struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Fige une édition qui part à l’impression : ses bulletins ne changent plus, quoi que deviennent données et textes.",
        discussion: """
            Écrit un fichier à côté de l’édition, à garder avec elle. Ce qui était faux se corrige par « errata » dans \
            l’édition : sur le PDF et sur la page.
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var tools: PythonOption

    @Argument(help: ArgumentHelp("Édition à figer, par exemple 2026-11. Sinon la dernière.", valueName: "numéro"))
    var number: String?

    @Flag(help: "Fige à nouveau une édition qui l’est déjà, telle qu’elle est aujourd’hui.")
    var force = false

    func run() async throws {
        let options = try tools.buildOptions(input)
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let result: (frozen: EditionFreezer.Frozen?, diagnostics: [Diagnostic])
        do {
            result = try await EditionFreezer(options, progress: line.show).freeze(number, again: force)
        } catch let unknown as UnknownChoice {
            line.finish()
            throw ValidationError(unknown.message)
        }
        line.finish()
        Report(input.format).print(result.diagnostics)
        guard let frozen = result.frozen else { throw (ExitStatus(result.diagnostics) ?? .faults).code }
        try DeliveredFile.write(frozen.bytes, to: frozen.file)
        guard input.format == .text else { return }
        let kilobytes = (frozen.bytes.count + 999) / 1000
        print(
            "Édition \(frozen.edition.id) figée : « \(frozen.file) », "
                + "\(FrenchText.count(frozen.count, "bulletin", "bulletins")), \(FrenchText.number(kilobytes)) ko. Gardez ce fichier avec l’édition.")
    }
}
