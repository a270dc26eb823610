import ArgumentParser
import Diagnostics
import SiteBuild

struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Dit ce qui paraît, expire ou est à relire dans les semaines qui viennent, et quels jours fabriquer le site.",
        discussion: """
            Textes, alertes, faits, rendez-vous, engagements, données. Un brouillon est listé comme tel : rien de lui ne paraît. \
            « --format json » donne des dates AAAA-MM-JJ aux programmes ; « builds » y est la liste des jours où fabriquer.
            """)

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("Nombre de semaines, à partir du jour de la fabrication.", valueName: "nombre"))
    var weeks = 8

    func validate() throws {
        guard (1...520).contains(weeks) else { throw ValidationError("« --weeks » attend un nombre de 1 à 520") }
    }

    func run() async throws {
        let options = try input.buildOptions()
        let (calendar, found) = try await SiteCalendar.read(options, days: weeks * 7)
        let diagnostics = found.judged(strictly: options.strict)
        if input.format == .json {
            print(CalendarReport(calendar, diagnostics: diagnostics).json)
        } else {
            // Warnings are « check »’s to tell.
            Report(input.format).print(diagnostics.filter { $0.severity == .error })
            if let calendar, input.format == .text { print(CalendarTable(calendar).text) }
        }
        if let status = ExitStatus(diagnostics) { throw status.code }
    }
}
