import Diagnostics
import French
import SiteModel

/// Codes of other years and of parts of communes → today's communes.
extension CommuneAssembly {
    mutating func followCodes() {
        let parents =
            feeds.of(COGCommunes.self).first?.content.parents ?? feeds.of(EtalabCommunes.self).first?.content.parents ?? [:]
        let movements = feeds.of(COGMovements.self).first?.content.movements ?? []
        history = CodeHistory(current: Set(drafts.keys), parents: parents, movements: movements)
    }

    /// Today's commune for a feed's code; `nil`, with a warning, where there is none.
    /// - Parameter consequence: what becomes of what the feed says of a commune that is no more.
    mutating func resolve(
        _ code: INSEECode, at location: SourceLocation, told consequence: String,
    ) -> INSEECode? {
        resolve(code, at: location) { Diagnostic(.note, .feedCodeFormer, at: location, "\($0) : \(consequence)") }
    }

    /// Each code is told once for a file, whatever the number of its rows.
    /// - Parameter former: what to report of a commune that is no more, after the sentence that says so.
    mutating func resolve(
        _ code: INSEECode, at location: SourceLocation, former: (_ message: String) -> Diagnostic,
    ) -> INSEECode? {
        var fault: Diagnostic?
        var today: INSEECode?
        switch history.resolve(code) {
        case .current:
            return code
        case .district(of: let city):
            return city
        case .part(of: let whole):
            today = whole
            fault = former("\(code) appartient à la commune \(title(whole))")
        case .former(now: let successor, since: let date):
            today = successor
            fault = former("\(code) est devenu \(title(successor)) le \(FrenchText.date(date))")
        case .shared(among: let heirs, since: let date):
            fault = .warning(
                .feedCodeUnknown, at: location,
                "la commune \(code) a été partagée le \(FrenchText.date(date)) entre \(FrenchText.list(heirs.map(title))) : "
                    + "la ligne est laissée de côté",
                advice: "prenez un fichier du même millésime que la liste des communes")
        case .unknown where soundness.isSound(FeedFormat.listsOfCommunes.union([.cogMovements])):
            fault = .warning(
                .feedCodeUnknown, at: location,
                "aucune commune d’aujourd’hui ne répond au code \(code) : la ligne est laissée de côté",
                advice: "prenez des fichiers du même millésime, "
                    + "ou déclarez les mouvements de l’INSEE (format « insee-cog-movements »)")
        case .unknown:
            break
        }
        let isNew =
            today == nil
            ? unmatched[location.file, default: []].insert(code).inserted
            : self.former[location.file, default: []].insert(code).inserted
        if let fault, isNew { diagnostics.append(fault) }
        return today
    }

    func title(_ code: INSEECode) -> String { drafts[code].map { "\($0.name) (\(code))" } ?? code.text }
}
