import French
import SiteModel
import Templates

/// What the settings and the feeds say, as the templates of the legal pages take it.
enum LegalParts {
    /// The section of `legal.mustache` that is this page.
    static func name(of page: LegalPage) -> Name {
        switch page {
        case .notice: "notice"
        case .dataProtection: "dataProtection"
        case .accessibility: "accessibility"
        case .sources: "sources"
        case .ecoDesign: "ecoDesign"
        }
    }

    /// The file that the page is made from first of all.
    static func source(of page: LegalPage, in site: Site) -> String {
        switch page {
        case .accessibility where site.accessibility != nil: "content/accessibility.yml"
        case .sources: "content/feeds/feeds.yml"
        default: "content/site.yml"
        }
    }

    static func notice(_ site: Site) -> Object {
        ["licence": .text(site.settings.licence)]
    }

    static func dataProtection(_ site: Site) -> Object {
        let settings = site.settings
        let protection = settings.dataProtection
        let mailbox = settings.corrections ?? settings.publisher.email
        let officer = protection.officer.map { officer -> Value in
            [
                "name": .text(officer.name.isEmpty ? "Délégué à la protection des données" : officer.name),
                "email": Wording.email(officer.email), "address": .text(officer.address),
            ]
        }
        return [
            "controller": .text(protection.controller ?? settings.publisher.name),
            "officer": officer ?? .absent,
            "logs": .text(protection.logDays.map { FrenchText.count($0, "jour", "jours") }),
            "messages": .text(protection.messageDays.map { FrenchText.count($0, "jour", "jours") }),
            "mailbox": .text(mailbox), "mailto": .text(Addresses.mailto(mailbox)),
        ]
    }

    static func sources(_ site: Site, hasSearch: Bool, api: String?) -> Object {
        let oldest = site.facts.values.compactMap(\.certainSince).min()
        let unchecked = site.facts.values.count { $0.certainSince == nil }
        // Outlines that were drawn for an example are nobody's limits.
        let isSchematic = site.feeds.contains { $0.format == "contours" && $0.nature == .demonstration }
        return [
            "hasFeeds": .bool(!site.feeds.isEmpty), "feeds": .list(site.feeds.map(SiteParts.feed)),
            "feedCount": .text(FrenchText.count(site.feeds.count, "fichier", "fichiers")),
            "hasFacts": .bool(!site.facts.isEmpty),
            "factCount": .text(FrenchText.count(site.facts.count, "fait", "faits")),
            "unchecked": .text(unchecked > 0 ? FrenchText.count(unchecked, "reste à confirmer", "restent à confirmer") : nil),
            "oldestFact": Wording.time(oldest),
            "isSchematic": .bool(isSchematic), "licence": .text(site.settings.licence), "hasSearch": .bool(hasSearch), "api": .text(api),
        ]
    }
}
