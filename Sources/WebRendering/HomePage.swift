import French
import SiteModel
import Templates

extension WebRenderer {
    func home() -> PageContent {
        let recent = recentGuides(4)
        let events = parts.events.prefix(3)
        let alerts = parts.alerts.prefix(4)
        let departement = site.settings.departement
        return PageContent(
            head: PageHead(
                title: site.settings.title,
                description:
                    "Qui appeler, permanences, alertes, guides et bulletins des communes \(departement.genitive).",
                parents: .list([]), usesFeeds: true, feed: alertFeed),
            names: [
                "communeCount": .text(FrenchText.count(site.communes.count, "commune", "communes")),
                "hasAlerts": .bool(!alerts.isEmpty), "alerts": .list(Array(alerts)), "alertsUntil": parts.until(Array(alerts.indices)),
                "hasThemes": .bool(!parts.themes.all.isEmpty),
                "themes": .list(
                    parts.themes.all.map { parts.themeSummary($0, limit: 0) }),
                "map": departementMap(),
                "hasEvents": .bool(!events.isEmpty), "events": .list(Array(events)),
                "edition": editions.first?.summary ?? .absent,
                "hasRecent": .bool(!recent.isEmpty), "recent": .list(recent),
                "operation": .text(operationPage.map { parts.addresses.href($0) }),
                "consultations": .list(
                    site.consultations.filter { $0.standing(on: site.today) == .open }.map { consultation in
                        [
                            "title": .text(consultation.title), "summary": .text(consultation.summary),
                            "href": .text(parts.addresses.href(.consultation(consultation.slug))),
                            "closes": Wording.time(consultation.closes),
                        ]
                    }),
                "hasMeasures": .bool(!site.measures.isEmpty),
                "measures": .list(
                    site.measures.map { measure in
                        [
                            "title": .text(measure.title),
                            "href": .text(parts.addresses.href(Route("\(Route.operation.path)#mesure-\(measure.id)"))),
                        ]
                    }),
            ])
    }

    /// The guides that changed last. Those that leave as few traces as they can are never among them.
    private func recentGuides(_ limit: Int) -> [Value] {
        var latest: [(updated: CalendarDate, index: Int)] = []
        for (index, guide) in site.guides.enumerated() where !guide.leavesFewTraces {
            guard let updated = guide.frontMatter.updated else { continue }
            let place = latest.firstIndex { $0.updated < updated } ?? latest.count
            guard place < limit else { continue }
            latest.insert((updated, index), at: place)
            if latest.count > limit { latest.removeLast() }
        }
        return latest.map { updated, index in
            let guide = site.guides[index]
            return [
                "title": .text(guide.frontMatter.title),
                "href": .text(parts.addresses.href(Route.page(guide) ?? .guides)),
                "updated": Wording.time(updated),
            ]
        }
    }

    func notFound() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Page introuvable", description: "Cette adresse ne mène à aucune page du site.",
                parents: trails.home),
            names: [:])
    }
}
