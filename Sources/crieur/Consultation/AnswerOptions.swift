import ArgumentParser
import Consultations
import Files
import SiteBuild
import SiteModel

/// Where answers are. They are read from a private place, or not at all.
struct AnswerOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Fichiers de réponses, que vous seul pouvez lire.", valueName: "fichier"))
    var responses: [String]

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Tableaux des sujets donnés aux réponses en toutes lettres : numero;question;sujets.", valueName: "fichier"))
    var coded: [String] = []

    struct Read {
        let responses: [AnswerReading.File]
        let coded: [AnswerReading.File]
    }

    /// The bytes; a place that others can read is refused, as wrong usage.
    func read(_ options: BuildOptions) throws -> Read {
        let apart = [
            (path: options.content, words: "le dossier des textes et des données"),
            (path: options.templates, words: "le dossier des gabarits"), (path: options.output, words: "le dossier publié"),
        ]
        func files(_ paths: [String]) throws -> [AnswerReading.File] {
            try paths.map { path in
                do {
                    return .init(name: path, bytes: try PrivateFile.read(path, apartFrom: apart))
                } catch let refusal as PrivateFile.Refusal {
                    throw ValidationError("\(refusal.message) ; \(refusal.advice)")
                }
            }
        }
        return Read(responses: try files(responses), coded: try files(coded))
    }

    /// The answers; faults are told and end the command.
    func reading(_ files: Read, _ consultation: Consultation, _ communes: [AskedCommune]) throws -> AnswerReading {
        let asked = Set(communes.map(\.code))
        let reading = AnswerReading(files.responses, coded: files.coded, for: consultation, invited: asked.isEmpty ? nil : asked)
        for fault in reading.faults { Terminal.printError(fault.text) }
        if !reading.faults.isEmpty {
            Terminal.printError("Rien n’est compté.")
            throw ExitStatus.faults.code
        }
        return reading
    }
}
