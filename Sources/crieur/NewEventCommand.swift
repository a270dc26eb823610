import ArgumentParser
import French
import Scaffolding
import SiteModel

struct NewEventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Ajoute un rendez-vous à une table de l’agenda, ou commence la table.",
        discussion: """
            crieur new event permanence "Permanence en mairie" --day 2027-01-13 --start 14:00 --end 17:00 \
            --place "Mairie, salle du conseil" --communes 74190,74258
            """)

    @OptionGroup var options: NewOptions

    @Argument(help: ArgumentHelp("« permanence », « immersion » ou « réunion ».", valueName: "sorte"))
    var kind: String

    @Argument(help: ArgumentHelp("Titre, entre guillemets.", valueName: "titre"))
    var title: String

    @Option(help: ArgumentHelp("Jour : AAAA-MM-JJ.", valueName: "jour"))
    var day: String

    @Option(help: ArgumentHelp("Heure du début. Sans elle, toute la journée.", valueName: "heure"))
    var start = ""

    @Option(help: ArgumentHelp("Heure de la fin.", valueName: "heure"))
    var end = ""

    @Option(help: ArgumentHelp("Lieu, entre guillemets.", valueName: "lieu"))
    var place = ""

    @Option(
        help: ArgumentHelp(
            "Communes invitées, par leur nom ou leur code INSEE, séparées par des virgules. Sans elles, tout le département.", valueName: "communes"))
    var communes = ""

    @Option(help: ArgumentHelp("Table de l’agenda, sans « .csv », s’il y en a plusieurs.", valueName: "nom"))
    var file: String?

    /// Codes may be parted by spaces too; names hold some.
    static func list(_ typed: String) -> [String] {
        let isOfCodes = !typed.contains { $0.isLetter && $0 != "A" && $0 != "B" }
        return typed.split { $0 == "," || (isOfCodes && $0 == " ") }
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    func run() throws {
        var event = NewEvent(kind: kind, title: title, day: day)
        event.start = start
        event.end = end
        event.place = place
        event.communes = Self.list(communes)
        let today = try options.clock.today(below: options.content)
        let table = try Refused.asUsage { try event.added(in: options.content, named: file, today: today) }
        try DeliveredFile.write(table.bytes, to: table.file)
        let added = table.event
        let hours = added.start.map { start in
            ", " + (added.end.map { FrenchText.timeRange(start, $0) } ?? FrenchText.time(minutes: start))
        } ?? ""
        print("\(table.isNew ? "Table commencée" : "Ligne ajoutée") : « \(table.file) ».")
        print("\(added.title), \(FrenchText.weekdayDate(added.date))\(hours).")
    }
}
