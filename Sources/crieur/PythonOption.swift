import ArgumentParser
import SiteBuild

/// What every command that sets documents is told of its tools.
struct PythonOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Python qui a les modules de requirements.txt. Sinon CRIEUR_PYTHON, sinon .venv/bin/python3.",
            valueName: "programme"))
    var python: String?

    func buildOptions(_ input: InputOptions) throws -> BuildOptions {
        var options = try input.buildOptions()
        options.python = python
        return options
    }
}
