import French
import SiteModel

/// When a text is published, and which policy shows or hides what of it.
extension Explainer {
    func dates(of page: Page) -> [String] {
        let front = page.frontMatter
        var lines: [String] = []
        if let updated = front.updated { lines.append("mis à jour : \(FrenchText.date(updated))") }
        if let publish = front.publish { lines.append("paraît depuis : \(FrenchText.date(publish))") }
        if let alert = site.alerts.first(where: { $0.page.file == page.file }) {
            lines.append("valable \(FrenchText.validity(of: alert))")
            if let validation = alert.validation {
                lines.append("validée : par \(validation.function), le \(FrenchText.date(validation.date))")
            }
        } else if let expires = front.expires {
            lines.append("dernier jour de publication : \(FrenchText.date(expires))")
        }
        if let reading = front.reviewedBy {
            lines.append("relu : par \(reading.function), le \(FrenchText.date(reading.date))")
        }
        if let review = front.review {
            lines.append("à relire : le \(FrenchText.date(review))\(review < site.today ? ", date passée" : "")")
        }
        return lines
    }

    /// What the site's rules make of a published text.
    func policies(of page: Page) -> [String] {
        let front = page.frontMatter
        var lines: [String] = []
        if !front.audience.isEmpty {
            lines.append("destinataires : \(FrenchText.list(front.audience.map(\.rawValue))) ; ce qui est publié est public, quel que soit le destinataire")
        }
        if front.draft { lines.append("brouillon : montré ici à l’essai, absent du site publié") }
        if page.leavesFewTraces {
            let why =
                if case .guide(theme: Page.violence) = page.kind { "thème « \(Page.violence) »" } else { "« offline: false »" }
            lines.append("laisse peu de traces (\(why)) : ni gardée sur l’appareil, ni citée par la recherche au-delà du titre")
        }
        if let notice = site.notice { lines.append("mention : « \(notice) » ; les moteurs de recherche en sont écartés") }
        for text in site.reserved where text.page.file == page.file { lines += reserveLines(text) }
        for id in page.citedFacts where site.facts[id]?.status == .toCheck {
            let isOptional = page.document.directives.contains { $0.isOptionalFact && $0.label == id }
            lines.append(
                isOptional
                    ? "ligne non imprimée : elle cite « \(id) », que personne n’a encore vérifié" : "fait incertain : « \(id) » attend une vérification")
        }
        for allowance in front.allow { lines.append("contrôle levé : \(allowance.check) — \(allowance.reason)") }
        return lines
    }

    func policies(of commune: Commune) -> [String] {
        let least = site.settings.policies.familyViolenceMinimumPopulation
        var lines: [String] = []
        if commune.population ?? 0 < least {
            lines.append(
                "chiffres cachés : violences intrafamiliales, la commune a moins de \(FrenchText.number(least)) habitants (« family_violence_minimum_population »)")
        }
        for text in site.reserved where text.page.kind == .commune(commune.code) { lines += reserveLines(text) }
        return lines
    }

    /// A text that is not published today, and why; `nil` for another subject.
    func hidden(subject: String, route: String) -> [String]? {
        func isMeant(_ page: Page) -> Bool { page.file == subject || Route.page(page)?.path == route }
        if let text = site.reserved.first(where: { isMeant($0.page) }) {
            return ["source : \(text.page.file)", "pas publié le \(FrenchText.date(site.today))"] + reserveLines(text) + dates(of: text.page)
        }
        if let item = site.archive.first(where: { isMeant($0.alert.page) }) {
            let why =
                switch item.end {
                case .expired: "finie le \(FrenchText.moment(item.alert.expires))"
                case .replaced(let other): "remplacée par « \(other.title) »"
                case .cancelled(let other): "annulée par « \(other.title) »"
                }
            return ["source : \(item.alert.page.file)", "aux archives le \(FrenchText.date(site.today)) : \(why)"] + dates(of: item.alert.page)
        }
        guard let page = site.unpublished.first(where: isMeant) else { return nil }
        let front = page.frontMatter
        var reasons: [String] = []
        if front.draft { reasons.append("c’est un brouillon (« draft: true »)") }
        if let publish = front.publish, publish > site.today { reasons.append("il paraîtra le \(FrenchText.date(publish)) (« publish »)") }
        if let expires = front.expires, expires < site.today {
            reasons.append("son dernier jour était le \(FrenchText.date(expires)) (« expires »)")
        }
        return ["source : \(page.file)", "pas publié le \(FrenchText.date(site.today)) : \(FrenchText.list(reasons))"] + dates(of: page)
    }

    private func reserveLines(_ text: ReservedText) -> [String] {
        guard let period = site.settings.reserve(on: site.today) else { return [] }
        let what =
            switch text.kind {
            case .page: "cette page (« praise: true »)"
            case .part: "les parties « :::praise »"
            case .editorial: "l’éditorial"
            case .note: "le mot de la commune"
            case .frozenEdition: "ce numéro figé, entier"
            }
        return [
            "caché par la réserve « \(period.label) », du \(FrenchText.date(period.from)) au \(FrenchText.date(period.until)) inclus : \(what), "
                + text.page.file
        ]
    }
}
