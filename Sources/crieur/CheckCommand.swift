import ArgumentParser
import Diagnostics
import ExternalTools
import French
import SiteBuild

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Vérifie tout ce que « build » vérifie, sauf l’impression, et davantage, sans rien écrire.",
        discussion: """
            En plus de « build » : où mènent les pages fabriquées, ce à quoi rien ne mène, les textes à relire. \
            Ce que cette commande trouve seule n’est jamais qu’un avertissement ou une information.
            """)

    @OptionGroup var input: InputOptions

    @Flag(help: "Relit l’orthographe, avec « hunspell ». Les mots du site s’ajoutent dans content/mots.txt.")
    var spelling = false

    @Flag(help: "Liste les adresses des autres sites, et les fichiers qui les donnent.")
    var links = false

    @Flag(help: "Les essaie aussi, par le réseau, avec « curl ».")
    var tryLinks = false

    func run() async throws {
        var options = try input.buildOptions()
        options.checksSpelling = spelling
        let line = ProgressLine(isTerminal: Terminal.isErrorTerminal)
        let outcome = try await SiteBuilder(options, progress: line.show).check()
        line.finish()
        let (outcomes, failure) = await trials(outcome.review)
        let diagnostics = outcome.diagnostics + (failure.map { [$0] } ?? [])
        if input.format == .json, links || tryLinks {
            print(LinkReport(outcome.review?.outside, outcomes, diagnostics: diagnostics).json)
        } else {
            Report(input.format).print(diagnostics)
            if input.format == .text, links || tryLinks, let outside = outcome.review?.outside { print(LinkTable(outside, outcomes).text) }
        }
        if let status = ExitStatus(diagnostics) { throw status.code }
        if input.format == .text {
            let opening = diagnostics.contains { $0.severity == .warning } ? "Rien n’empêche de publier" : "Tout est en ordre"
            print("\(opening) : \(FrenchText.count(outcome.pages, "page vérifiée", "pages vérifiées")).")
        }
    }

    private func trials(_ review: SiteReview?) async -> (outcomes: [LinkTrial.Outcome]?, failure: Diagnostic?) {
        guard tryLinks, let review else { return (nil, nil) }
        do {
            return (try await LinkTrial().outcomes(of: review.outside.rows.map(\.address)), nil)
        } catch {
            return (nil, error.diagnostic)
        }
    }
}
