import French
import SiteModel

/// The pages that the law asks for are always there: a text of `content/pages/` is added to its page, whose title and
/// summary stay Crieur's.
enum LegalTexts {
    static func complete(_ site: inout Site, root: String) {
        for (order, kind) in LegalPage.allCases.enumerated() {
            let place = site.pages.firstIndex { LegalPage($0) == kind }
            var front = place.map { site.pages[$0].frontMatter } ?? FrontMatter()
            front.title = title(of: kind, in: site)
            front.summary = summary(of: kind)
            front.order = order + 1
            front.tags += tags(of: kind)
            if kind == .accessibility, front.updated == nil { front.updated = site.accessibility?.date }
            let page = Page(
                file: "\(root)/pages/\(kind.rawValue).md", kind: .page, slug: kind.rawValue, frontMatter: front,
                document: place.map { site.pages[$0].document } ?? Document())
            if let place { site.pages[place] = page } else { site.pages.append(page) }
        }
    }

    private static func title(of kind: LegalPage, in site: Site) -> String {
        switch kind {
        case .notice: "Mentions légales"
        case .dataProtection: "Données personnelles"
        case .accessibility: "Accessibilité\u{A0}: \(FrenchText.name(of: site.accessibilityState))"
        case .sources: "Sources et licences"
        case .ecoDesign: "Éco-conception"
        }
    }

    private static func summary(of kind: LegalPage) -> String {
        switch kind {
        case .notice: "Qui publie ce site, qui en répond, qui l’héberge."
        case .dataProtection: "Ce site ne vous suit pas\u{A0}: ni cookie, ni traceur, ni compte."
        case .accessibility: "Ce qui a été vérifié, ce qui ne l’a pas été, et comment obtenir de l’aide."
        case .sources: "D’où viennent les données, de quand elles datent, et comment les reprendre."
        case .ecoDesign: "Ce que pèse une page, ce qui est compté et ce qui ne l’est pas."
        }
    }

    /// Words that people look for these pages by.
    private static func tags(of kind: LegalPage) -> [String] {
        switch kind {
        case .notice: ["LCEN", "éditeur", "hébergeur", "directeur de la publication", "droit de réponse"]
        case .dataProtection: ["RGPD", "CNIL", "vie privée", "cookies", "délégué à la protection des données"]
        case .accessibility: ["RGAA", "handicap", "audit", "Défenseur des droits"]
        case .sources: ["open data", "licence ouverte", "réutilisation", "logiciels"]
        case .ecoDesign: ["RGESN", "sobriété", "numérique responsable", "poids"]
        }
    }
}
