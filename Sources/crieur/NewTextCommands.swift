import ArgumentParser
import Scaffolding

struct NewGuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "Commence un guide : « crieur new guide elus \"Menacé ou agressé\" ».")

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("Thème, par son identifiant dans site.yml.", valueName: "thème"))
    var theme: String

    @Argument(help: ArgumentHelp("Titre de la page, entre guillemets.", valueName: "titre"))
    var title: String

    @Option(help: ArgumentHelp("Nom du fichier, sans « .md ». Sinon fait à partir du titre.", valueName: "nom"))
    var slug: String?

    func run() throws {
        try options.deliver({ try $0.guide(theme: theme, title: title, slug: slug) }, then: NewOptions.draft)
    }
}

struct NewAlertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Commence une alerte, qui vaut trente jours si vous ne changez pas « expires ».")

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("Titre de l’alerte, entre guillemets.", valueName: "titre"))
    var title: String

    @Option(help: ArgumentHelp("Nom du fichier, sans « .md ». Sinon fait à partir du titre.", valueName: "nom"))
    var slug: String?

    func run() throws {
        try options.deliver({ try $0.alert(title: title, slug: slug) }, then: NewOptions.draft)
    }
}

struct NewBulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin", abstract: "Commence un numéro du bulletin : « crieur new bulletin 2027-01 ».")

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("Mois du numéro : AAAA-MM.", valueName: "mois"))
    var month: String

    func run() throws {
        try options.deliver({ try $0.bulletin(month) }, then: NewOptions.draft)
    }
}

struct NewConsultationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consultation", abstract: "Commence les questions d’une consultation : « crieur new consultation dcas-2027 ».")

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("Nom court de la consultation, qui devient celui de son dossier.", valueName: "nom"))
    var name: String

    func run() throws {
        try options.deliver({ try $0.consultation(name) }, then: NewOptions.draft)
    }
}

struct NewCommitmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitments", abstract: "Commence le fichier des engagements pris après une consultation.")

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("Nom de la consultation : celui de son dossier.", valueName: "nom"))
    var name: String

    func run() throws {
        try options.deliver(
            { try $0.commitments(name) },
            then: "Aucun engagement n’y est encore inscrit : le fichier dit comment inscrire le premier.")
    }
}
