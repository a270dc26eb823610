public import Diagnostics
import French
public import SiteModel
import Templates

extension WebRenderer {
    func bulletinList() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Bulletins", description: "Les bulletins parus, un par commune et par numéro.",
                section: .bulletins, parents: trails.home),
            names: [
                "hasEditions": .bool(!editions.isEmpty), "editions": .list(editions.map(\.summary)),
            ])
    }

    func edition(_ index: Int) -> PageContent {
        let edition = site.editions[index]
        let own = editions[index]
        let covered = parts.communes.alphabetical.filter { edition.covers(site.communes[$0]) }
        let communes = covered.map { place -> Value in
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
                parents: trails.bulletins,
                facts: site.facts(citedBy: edition.page), usesFeeds: true,
                isSensitive: edition.page.leavesFewTraces),
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
        let frozen = number.frozen?.twins[commune.code]
        var facts = own.facts
        if number.has(.note), let note = site.communeNotes[commune.code] {
            for fact in site.facts(citedBy: note) where !facts.contains(where: { $0.id == fact.id }) {
                facts.append(fact)
            }
        }
        var names = communeNames(index)
        names.merge(printedNames(of: commune, in: number))
        let departement = site.settings.departement
        names.merge([
            "commune": ["name": .text(name), "ofName": .text(ofName)],
            "departement": ["name": .text(departement.name), "code": .text(departement.code)],
            "edition": own.summary, "pdf": pdf(edition, of: index),
            "sections": .list(TwinPart.all(of: number).map { $0.names(own) }),
            "frozen": frozen.map { ["body": .html($0.body), "sources": .html($0.sources)] } ?? .absent,
        ])
        names.merge(partNames(of: commune))
        return PageContent(
            head: PageHead(
                title: "Bulletin n° \(number.number) – \(name)", name: "Bulletin, \(number.period)",
                description: "Bulletin de la commune \(ofName), \(number.period)\u{A0}: la version en ligne du PDF.",
                section: .bulletins,
                parents: trails.commune(name, parts.addresses.href(parts.communes.routes[index])),
                facts: facts, usesFeeds: true,
                isSensitive: isSensitive(edition, of: index)),
            names: names)
    }

    /// Whether a commune's bulletin, PDF and twin, holds a text of a sensitive page; a frozen one, of what was one.
    func isSensitive(_ edition: Int, of index: Int) -> Bool {
        let commune = site.communes[index]
        let number = site.editions[edition]
        return editions[edition].isSensitive || number.frozen?.twins[commune.code]?.isSensitive == true
            || site.isSensitive(number, in: commune)
    }

    /// Alerts, meetings and commitments as they are on the day of the edition.
    private func printedNames(of commune: Commune, in edition: Edition) -> Object {
        let alerts = parts.communes.alerts[commune.code].filter { edition.prints(site.alerts[$0]) }
        let events = parts.communes.events[commune.code].filter { site.events[$0].lastDate >= edition.date }
        var names = commitmentNames(of: commune, on: edition.date)
        names.merge([
            "hasAlerts": .bool(!alerts.isEmpty), "alerts": .list(alerts.map { parts.alerts[$0] }),
            "alertsTitle": .text(alerts.count > 1 ? "Alertes en cours" : "Alerte en cours"),
            "note": note(of: commune, isPrinted: true),
            "hasEvents": .bool(!events.isEmpty),
            "events": .list(events.prefix(Self.mostEvents).map { parts.events[$0] }),
        ])
        return names
    }

    /// A commune's twin as it is kept when its edition goes to print.
    ///
    /// - Parameters: places of the edition and of the commune in the site.
    public func twinToFreeze(of edition: Int, for index: Int) -> (twin: FrozenEdition.Twin, diagnostics: [Diagnostic]) {
        let page = WebPage(
            .bulletin, twinRoute(edition, of: index), source: site.editions[edition].page.file, index: index,
            edition: edition)
        let content = bulletin(edition, of: index)
        let outer = [content.names, content.head.names(page, updated: updated(page), parts, site), parts.names]
        var body: [UInt8] = []
        var sources: [UInt8] = []
        let faults =
            templates.render("partials/bulletin-body", [:], outer: outer, into: &body)
            + templates.render("partials/sources", [:], outer: outer, into: &sources)
            + templates.render("partials/bulletin-imprint", [:], outer: outer, into: &sources)
        return (.init(body: body, sources: sources, isSensitive: content.head.isSensitive), faults)
    }
}
