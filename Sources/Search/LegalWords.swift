import French
import SiteModel

/// What is found of the pages that Crieur makes from settings and feeds, beside what editors add to them.
enum LegalWords {
    static func texts(of page: Page, in site: Site) -> [String] {
        switch LegalPage(page) {
        case .notice: notice(site.settings.publisher)
        case .dataProtection: ["Ce que votre appareil garde, comment l’oublier, vos droits"]
        case .accessibility: ["Signaler une difficulté, demander une autre forme, voies de recours"]
        case .sources: site.feeds.map { "\(Typography.apply($0.title)), \(Typography.apply($0.producer)), \($0.licence)" }
        case .ecoDesign: ["Nombre de requêtes, poids des pages en ko"]
        case nil: []
        }
    }

    private static func notice(_ publisher: SiteSettings.Publisher) -> [String] {
        [
            "Éditeur\u{A0}: \(publisher.name), \(publisher.address)",
            "Directeur de la publication\u{A0}: \(publisher.director)",
            "Hébergeur\u{A0}: \(publisher.host.name), \(publisher.host.address)",
        ]
    }
}
