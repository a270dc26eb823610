import Diagnostics
import French
import SiteModel

/// `security.txt` is still valid for a month: whoever finds a weakness may rely on it, and CI has time to tell.
enum SecurityCheck {
    static func check(_ site: Site, root: String) -> Diagnostic? {
        guard let security = site.settings.security, let least = site.today.adding(days: SiteSettings.Security.leastDays),
            security.expires < least
        else { return nil }
        let day = FrenchText.date(security.expires)
        return .error(
            .securityExpiry, at: SourceLocation(file: "\(root)/site.yml", bytes: security.expiresPlace),
            security.expires <= site.today
                ? "le contact de sécurité n’est plus valable depuis le \(day)"
                : "le contact de sécurité cesse d’être valable le \(day), dans moins d’un mois",
            advice: "vérifiez que quelqu’un y répond toujours, puis repoussez « expires », à moins d’un an")
    }
}
