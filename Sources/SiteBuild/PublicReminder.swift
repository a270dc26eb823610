import Files
import French
import Publishing
import SiteModel

/// « Tout ce qui est publié ici est public »: said once of a text for mayors, when it is first published.
public struct PublicReminder: Sendable, Equatable {
    /// Source files of the texts that address mayors and were not there before.
    public let files: [Page.ID]

    init(_ site: Site, former: BuildManifest?) {
        let published = Set((former?.files ?? []).map(\.path))
        files = (site.guides + site.pages + site.alerts.map(\.page)).filter { page in
            guard page.frontMatter.audience.contains(.élu), let route = Route.page(page) else { return false }
            return !published.contains(route.outputFile)
        }.map(\.file)
    }

    private static let mostNamed = 3

    /// `nil` where there is nothing to remind of.
    public var text: String? {
        guard !files.isEmpty else { return nil }
        let named = files.prefix(Self.mostNamed)
        let rest = files.count - named.count
        let others = rest > 0 ? [FrenchText.count(rest, "autre", "autres")] : []
        let count = FrenchText.count(files.count, "texte s’adresse", "textes s’adressent")
        return "Première publication : \(count) aux élus (\(FrenchText.list(named + others))).\n"
            + "Tout ce qui est publié ici est public, quel qu’en soit le destinataire."
    }
}
