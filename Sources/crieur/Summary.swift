import French
import Publishing
import SiteBuild

/// What a build did, in a few words.
struct Summary {
    let text: String

    init(_ outcome: SiteBuilder.Outcome, _ publication: Publication, output: String, duration: Duration) {
        var parts = [FrenchText.count(outcome.pages, "page", "pages")]
        let bulletins = outcome.bulletins
        if bulletins.all > 0 {
            parts.append(
                "\(FrenchText.count(bulletins.all, "document imprimé", "documents imprimés")) "
                    + "(\(bulletins.made) composés, \(bulletins.cached) déjà prêts)")
        }
        let changes =
            publication.isNewSite
            ? "\(FrenchText.count(publication.changedFiles, "fichier change", "fichiers changent"))"
            : "rien ne change"
        let tenths = Int((duration / .milliseconds(100)).rounded())
        text = "Publié dans « \(output) » en \(tenths / 10),\(tenths % 10) s : \(parts.joined(separator: ", ")) ; \(changes)."
    }
}
