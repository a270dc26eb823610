import ArgumentParser
import SiteBuild

/// Which part of the département a command works for.
struct TerritoryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Seulement les communes de cette brigade ou de ce commissariat.", valueName: "nom"))
    var brigade: String?

    @Option(help: ArgumentHelp("Seulement les communes de cet arrondissement.", valueName: "nom"))
    var arrondissement: String?

    mutating func validate() throws {
        if brigade != nil, arrondissement != nil {
            throw ValidationError("choisissez « --brigade » ou « --arrondissement », pas les deux")
        }
    }

    var choice: PrintShop.Choice {
        if let brigade { return .brigade(brigade) }
        return arrondissement.map { .arrondissement($0) } ?? .all
    }
}
