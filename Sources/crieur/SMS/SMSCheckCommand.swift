import ArgumentParser
import French
import SiteBuild
import SMS

struct SMSCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Relit des SMS confidentiels à trous : combien de SMS prend chacun, tous ses blancs remplis jusqu’au bout.",
        discussion: "Aucun mot de ces textes n’est affiché.")

    @OptionGroup var place: PrivateTextOptions

    @Argument(help: ArgumentHelp("Dossier des textes, à vous seul.", valueName: "dossier"))
    var folder: String

    func run() async throws {
        let options = try place.buildOptions()
        guard let texts = try PrivateTexts(options).texts(in: folder) else { throw ExitStatus.faults.code }
        let most = try await place.most(options)
        let long = texts.filter { $0.longest.segments > most }
        for text in texts {
            let longest = text.longest
            let blanks = FrenchText.count(text.blanks.count, "blanc", "blancs")
            print("\(text.name) : \(longest.measure), \(blanks)")
            // Places of signs are those of the text with its blanks full: nobody could find them.
            if longest.coding == .ucs2 { print("  - un signe n’est pas de l’alphabet GSM : 70 signes par SMS au lieu de 160") }
        }
        print("\(FrenchText.count(texts.count, "texte", "textes")), \(most)\u{A0}SMS au plus.")
        guard long.isEmpty else {
            for text in long {
                Terminal.printError(
                    "\(DeliveryPlace.joined(folder, "\(text.name).txt")) : ce texte prend jusqu’à \(text.longest.segments)\u{A0}SMS, et « sms_segments » en permet \(most)\n"
                        + "     = raccourcissez-le, ou donnez moins de signes à ses blancs")
            }
            throw ExitStatus.faults.code
        }
    }
}
