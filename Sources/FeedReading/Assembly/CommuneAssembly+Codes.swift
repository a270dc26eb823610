import Diagnostics
import SiteModel

/// Codes of other years and of parts of communes → today's communes.
extension CommuneAssembly {
    mutating func followCodes() {
        let parents = feeds.of(COGCommunes.self).first?.content.parents ?? [:]
        let movements = feeds.of(COGMovements.self).first?.content.movements ?? []
        history = CodeHistory(current: Set(drafts.keys), parents: parents, movements: movements)
    }

    /// Today's commune for a feed's code; `nil`, with a warning, where there is none.
    /// - Parameter former: what to report of a commune that is no more, after the sentence that says so.
    mutating func resolve(
        _ code: INSEECode, at location: SourceLocation, former: (_ message: String) -> Diagnostic,
    ) -> INSEECode? {
        switch history.resolve(code) {
        case .current:
            return code
        case .district(of: let city):
            return city
        case .part(of: let whole):
            diagnostics.append(former("\(code) appartient à la commune \(title(whole))"))
            return whole
        case .former(now: let successor, since: let date):
            diagnostics.append(former("\(code) est devenu \(title(successor)) le \(date)"))
            return successor
        case .shared(among: let heirs, since: let date):
            diagnostics.append(
                .warning(
                    .feedCodeUnknown, at: location,
                    "la commune \(code) a été partagée le \(date) entre \(heirs.map(title).joined(separator: " et ")) : "
                        + "la ligne est laissée de côté",
                    advice: "prenez un fichier du même millésime que la liste des communes"))
            return nil
        case .unknown:
            if soundness.isSound(FeedFormat.listsOfCommunes.union([.cogMovements])) {
                diagnostics.append(
                    .warning(
                        .feedCodeUnknown, at: location,
                        "aucune commune d’aujourd’hui ne répond au code \(code) : la ligne est laissée de côté",
                        advice: "prenez des fichiers du même millésime, "
                            + "ou déclarez les mouvements de l’INSEE (format « insee-cog-movements »)"))
            }
            return nil
        }
    }

    func title(_ code: INSEECode) -> String { drafts[code].map { "\($0.name) (\(code))" } ?? code.text }
}
