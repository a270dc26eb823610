import French
import SiteModel
import Templates

extension WebRenderer {
    func bulletinList() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Bulletins", description: "Les bulletins parus, un par commune et par numéro.",
                section: .bulletins, parents: trails.home, updated: site.editions.first?.date),
            names: [
                "hasEditions": .bool(!editions.isEmpty), "editions": .list(editions.map(\.summary)),
            ])
    }

    func edition(_ index: Int) -> PageContent {
        let edition = site.editions[index]
        let own = editions[index]
        let communes = parts.communes.alphabetical.map { place -> Value in
            [
                "name": .text(Typography.apply(site.communes[place].name)),
                "postalCodes": .text(site.communes[place].postalCodes.joined(separator: " ")),
                "twin": .text(parts.addresses.href(twinRoute(index, of: place))), "pdf": pdf(index, of: place),
            ]
        }
        return PageContent(
            head: PageHead(
                title: "Bulletin n° \(edition.number) – \(edition.period)", name: edition.period,
                description: edition.page.frontMatter.summary, section: .bulletins,
                parents: trails.bulletins, updated: edition.page.frontMatter.updated ?? edition.date,
                facts: site.facts(citedBy: edition.page.document), usesFeeds: true),
            names: [
                "edition": own.summary, "editorial": own.editorial,
                "hasCommunes": .bool(!communes.isEmpty), "communes": .list(communes),
            ])
    }

    /// The HTML twin of a commune's bulletin: all that the PDF says, in its order, and what did not fit there.
    func bulletin(_ edition: Int, of index: Int) -> PageContent {
        let own = editions[edition]
        let number = site.editions[edition]
        let commune = site.communes[index]
        let name = Typography.apply(commune.name)
        let ofName = FrenchText.of(commune)
        let alerts = parts.communes.alerts[commune.code]
        var facts = own.facts
        if let note = site.communeNotes[commune.code] {
            for fact in site.facts(citedBy: note.document) where !facts.contains(where: { $0.id == fact.id }) {
                facts.append(fact)
            }
        }
        var names = communeNames(index)
        names.merge([
            "commune": ["name": .text(name), "ofName": .text(ofName)],
            "edition": own.summary, "pdf": pdf(edition, of: index),
            "opening": own.opening, "texts": own.texts,
            "hasAlerts": .bool(!alerts.isEmpty), "alerts": .list(alerts.map { parts.alerts[$0] }),
        ])
        names.merge(partNames(of: commune))
        return PageContent(
            head: PageHead(
                title: "Bulletin n° \(number.number) – \(name)", name: "Bulletin, \(number.period)",
                description: "Bulletin de la commune \(ofName), \(number.period)\u{A0}: la version en ligne du PDF.",
                section: .bulletins,
                parents: trails.commune(name, parts.addresses.href(parts.communes.routes[index])),
                updated: number.date, facts: facts, usesFeeds: true, isSensitive: own.isSensitive),
            names: names)
    }
}
