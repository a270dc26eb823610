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
        commandName: "alert", abstract: "Commence une alerte, vide ou déjà rédigée : « crieur new alert --form cambriolages ».",
        discussion: """
            Une alerte vide vaut trente jours si vous ne changez pas « expires ». Celles de « --form » sont à relire et à adapter : \
            elles disent ce qui se passe en général, jamais une affaire.
            """)

    @OptionGroup var options: NewOptions

    @Option(help: ArgumentHelp("Texte déjà rédigé : \(AlertForm.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "sorte"))
    var form: AlertForm?

    @Argument(help: ArgumentHelp("Titre de l’alerte, entre guillemets. Facultatif avec « --form ».", valueName: "titre"))
    var title: String?

    @Option(help: ArgumentHelp("Nom du fichier, sans « .md ». Sinon fait à partir du titre.", valueName: "nom"))
    var slug: String?

    func run() throws {
        guard title != nil || form != nil else { throw ValidationError("donnez un titre, entre guillemets, ou une sorte par « --form »") }
        try options.deliver({ try $0.alert(form, title: title, slug: slug) }, then: NewOptions.draft)
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

extension AlertForm: ExpressibleByArgument {}
