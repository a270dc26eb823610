import ArgumentParser
import Consultations
import ContentReading
import Diagnostics
import Files
import SiteBuild
import SiteModel

struct ConsultationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consultation",
        abstract: "Prépare une consultation des élus pour LimeSurvey, et compte ses réponses.",
        discussion: """
            Les questions sont dans « content/consultations/<nom>/questions.yml ». Les réponses restent hors du projet, dans \
            un dossier à vous seul : rien de ce que quelqu’un a écrit n’est gardé ni montré.
            """,
        subcommands: [StructureCommand.self, ReadStructureCommand.self, CountCommand.self, InviteCommand.self, StatusCommand.self])
}

/// Which consultation.
struct ConsultationChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("Nom de la consultation : celui de son dossier.", valueName: "nom"))
    var slug: String

    /// Its questions; what is wrong with them is told, and ends the command.
    func read(_ input: InputOptions) throws -> Consultation {
        var diagnostics: [Diagnostic] = []
        let (found, known) = try ConsultationFolders.consultation(slug, below: input.content, &diagnostics)
        guard known.contains(slug) else {
            let meant = Suggestion.closest(to: slug, in: known).map { " ; vouliez-vous dire « \($0) » ?" }
            throw ValidationError(
                "aucune consultation ne s’appelle « \(slug) »"
                    + (meant ?? (known.isEmpty ? "" : " ; consultations : \(known.map { "« \($0) »" }.joined(separator: ", "))")))
        }
        Report(input.format).print(diagnostics)
        guard let found, ExitStatus(diagnostics) == nil else { throw (ExitStatus(diagnostics) ?? .faults).code }
        return found
    }
}
