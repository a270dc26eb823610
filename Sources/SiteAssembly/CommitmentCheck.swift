import Diagnostics
import SiteModel

/// A commitment must not single out who asked for it.
enum CommitmentCheck {
    /// - Parameter least: communes that it must concern.
    static func check(_ commitment: Commitment, least: Int) -> Diagnostic? {
        guard commitment.consent == nil, let territory = commitment.territory, let communes = commitment.communes, !communes.isEmpty,
            communes.count < least
        else { return nil }
        let bytes = territory.names.first.flatMap { territory.places[$0] }
        return .error(
            .commitmentTerritory,
            at: SourceLocation(file: territory.file, offset: bytes?.lowerBound, length: bytes?.count ?? 1),
            "l’engagement « \(commitment.id) » ne concerne \(communes.count == 1 ? "qu’une seule commune" : "que \(communes.count) communes") : "
                + "on saurait qui l’a demandé",
            advice: "élargissez son territoire à \(least) communes au moins (« minimum_communes » de site.yml), ou notez le jour où le maire "
                + "l’a accepté par écrit : « consent: AAAA-MM-JJ »")
    }
}
