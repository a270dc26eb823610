import ArgumentParser

/// The bulletins outside of a publication: for a look, for the print shop.
struct BulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "Compose le bulletin d’une commune, ou prépare ceux de plusieurs pour l’imprimeur, sans rien publier.",
        discussion: """
            « crieur bulletin 74010 » ou « crieur bulletin annecy » compose le bulletin de cette commune et dit où il est ; \
            ses options : « crieur bulletin commune --help ».
            """,
        subcommands: [OneBulletinCommand.self, JoinCommand.self, ZipCommand.self, FreezeCommand.self],
        defaultSubcommand: OneBulletinCommand.self)
}
