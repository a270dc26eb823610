import ArgumentParser
import SiteBuild
import SiteModel
import SMS

struct SMSCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sms",
        abstract: "Prépare les SMS pour ceux qui les envoient : alertes et permanences publiées, textes confidentiels à trous.",
        discussion: """
            Rien n’est envoyé, et aucun numéro n’est connu. Les textes sont écrits dans l’alphabet des SMS ; ce qui a changé \
            pour cela est dit signe par signe.
            """,
        subcommands: [
            SMSPreviewCommand.self, SMSExportCommand.self, SMSModelsCommand.self, SMSCheckCommand.self, SMSFillCommand.self,
            SMSRegisterCommand.self,
        ])
}

/// For which commune.
struct SMSChoice: ParsableArguments {
    @Option(help: ArgumentHelp("Seulement ce qui concerne cette commune : son code INSEE.", valueName: "code"))
    var commune: String?

    func messages(of site: Site) throws -> [SMSMessages.Message] {
        let all = SMSMessages(site).all
        guard let commune else { return all }
        guard let code = site.communes.first(where: { $0.code.text == commune })?.code else {
            throw ValidationError("aucune commune du site n’a le code « \(commune) »")
        }
        return all.filter { $0.communes.isEmpty || $0.communes.contains(code) }
    }
}
