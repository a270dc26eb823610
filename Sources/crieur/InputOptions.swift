import ArgumentParser
import Diagnostics
import Files
import Foundation
import SiteBuild
import SiteModel

/// What every command that reads the site is told.
struct InputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Dossier des textes et des données.", valueName: "dossier"))
    var content = "content"

    @Option(help: ArgumentHelp("Dossier des gabarits.", valueName: "dossier"))
    var templates = "site-templates"

    @OptionGroup var clock: ClockOption

    @Flag(help: "Tient les avertissements pour des erreurs.")
    var strict = false

    @Option(help: ArgumentHelp("Présentation des messages.", valueName: "format"))
    var format = MessageFormat.text

    @Option(help: ArgumentHelp("Nombre de travaux menés de front (un par cœur par défaut).", valueName: "nombre"))
    var jobs: Int?

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("« --jobs » attend un nombre à partir de 1") }
    }

    static var pythonVariable: String? { ProcessInfo.processInfo.environment["CRIEUR_PYTHON"] }

    /// The environment enters here and in `ClockOption`, and nowhere else.
    func buildOptions() throws -> BuildOptions {
        var options = BuildOptions(
            now: try clock.now(below: content),
            workers: jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
        options.content = content
        options.templates = templates
        options.strict = strict
        options.pythonVariable = Self.pythonVariable
        return options
    }
}
