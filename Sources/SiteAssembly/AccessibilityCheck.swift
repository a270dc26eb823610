import Diagnostics
import French
import SiteModel

/// The day of an audit: it has taken place, and not too long ago to be relied on.
enum AccessibilityCheck {
    static func check(_ site: Site, root: String) -> Diagnostic? {
        guard let audit = site.accessibility else { return nil }
        let place = SourceLocation(file: "\(root)/accessibility.yml", bytes: audit.datePlace)
        if audit.date > site.today {
            return .error(
                .accessibilityDate, at: place, "l’audit est daté du \(FrenchText.date(audit.date)), qui n’est pas encore venu",
                advice: "écrivez le jour où il a été fait")
        }
        guard !audit.isValid(on: site.today) else { return nil }
        return .warning(
            .accessibilityDate, at: place,
            "l’audit du \(FrenchText.date(audit.date)) a plus de trois ans : le site se déclare « non conforme »",
            advice: "faites faire un nouvel audit, ou retirez ce fichier")
    }
}
