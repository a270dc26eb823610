import ArgumentParser
import Diagnostics
import Scaffolding

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Commence un texte, un rendez-vous ou un site : le fichier, avec ses clés expliquées.",
        discussion: """
            Rien de ce qui existe n’est remplacé. Les guides, les alertes et les bulletins naissent brouillons : \
            retirez « draft: true » pour les publier. Les modèles sont dans « site-templates/new » : changez-les à votre goût.
            """,
        subcommands: [
            NewGuideCommand.self, NewAlertCommand.self, NewEventCommand.self, NewBulletinCommand.self, NewConsultationCommand.self,
            NewCommitmentsCommand.self,
            NewSiteCommand.self,
        ])
}

/// Where a text goes, and what it is made from.
struct NewOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Dossier des textes et des données.", valueName: "dossier"))
    var content = "content"

    @Option(help: ArgumentHelp("Dossier des gabarits, où « new » contient les modèles.", valueName: "dossier"))
    var templates = "site-templates"

    @OptionGroup var clock: ClockOption

    /// Writes what was begun and says where it is.
    func deliver(_ begin: (NewText) throws -> NewText.Begun, then advice: String) throws {
        let text = NewText(content: content, templates: templates, today: try clock.today(below: content))
        let begun = try Refused.asUsage { try begin(text) }
        Report(.text).print(begun.diagnostics)
        guard let file = begun.file else { throw (ExitStatus(begun.diagnostics) ?? .faults).code }
        try NewFileWriter.write(file)
        print("Commencé : « \(file.path) ».\n\(advice)")
    }

    static let draft = "C’est un brouillon : retirez « draft: true » quand le texte est prêt, puis lancez « crieur check »."
}

/// What is refused is told as wrong usage is.
enum Refused {
    static func asUsage<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let refusal as Refusal {
            throw ValidationError(refusal.message)
        }
    }
}
