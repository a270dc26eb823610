import Diagnostics
import SiteModel

/// Whether the feeds speak of the communes of one year.
extension CommuneAssembly {
    mutating func checkGeography() {
        guard let list = feeds.first(where: { $0.declaration.format.listsCommunes }), let year = list.geography
        else { return }
        let hasMovements = !feeds.of(COGMovements.self).isEmpty
        for feed in feeds where feed.id != list.id {
            guard let other = feed.geography, other != year else { continue }
            let message =
                "« \(feed.declaration.feed.title) » décrit les communes de \(other), "
                + "la liste des communes celles de \(year)"
            diagnostics.append(
                hasMovements
                    ? Diagnostic(
                        .note, .feedGeography, at: feed.declaration.fileLocation,
                        "\(message) : les codes d’alors sont suivis par les mouvements")
                    : .warning(
                        .feedGeography, at: feed.declaration.fileLocation, message,
                        advice: "prenez des fichiers du même millésime, "
                            + "ou déclarez les mouvements de l’INSEE (format « insee-cog-movements »)"))
        }
    }
}
