import French
import SiteModel
import Templates

/// What was said and holds no longer: one list by year and month, and a page for each, which says so first.
extension WebRenderer {
    /// More communes than these are counted.
    private static let mostNames = 3

    func alertArchive() -> PageContent {
        var years: [(year: Int, months: [Value])] = []
        var start = 0
        while start < site.archive.count {
            let day = site.archive[start].alert.sent.day
            let end = site.archive[start...].firstIndex { ($0.alert.sent.day.year, $0.alert.sent.day.month) != (day.year, day.month) } ?? site.archive.count
            let month: Value = [
                "title": .text(Wording.month(day)), "alerts": .list(site.archive[start..<end].map(entry)),
            ]
            if years.last?.year == day.year { years[years.count - 1].months.append(month) } else { years.append((day.year, [month])) }
            start = end
        }
        return PageContent(
            head: PageHead(
                title: "Archives des alertes", description: "Alertes passées \(site.settings.departement.locative).", section: .alerts,
                parents: trails.alerts, isUnlisted: true),
            names: [
                "hasYears": .bool(!years.isEmpty),
                "years": .list(years.map { ["year": .text("\($0.year)"), "months": .list($0.months)] }),
            ])
    }

    func archivedAlert(_ index: Int) -> PageContent {
        let item = site.archive[index]
        let alert = item.alert
        let front = alert.page.frontMatter
        return PageContent(
            head: PageHead(
                title: front.title, description: "Alerte terminée.", section: .alerts, parents: trails.archive,
                facts: site.facts(citedBy: alert.page), isUnlisted: true),
            names: [
                "alert": .object(entry(item).merging([
                    "summary": .text(front.summary), "source": .text(alert.source), "sent": Wording.time(alert.sent),
                    "validation": Wording.proofreading(alert.validation),
                ])),
                "archive": .text(parts.addresses.href(.alertArchive)),
                "successor": successor(of: item),
                "body": .html(bodies.html(of: alert.page)),
            ])
    }

    private func entry(_ item: ArchivedAlert) -> Value { .object(entry(item)) }

    private func entry(_ item: ArchivedAlert) -> Object {
        let alert = item.alert
        return [
            "title": .text(alert.page.frontMatter.title), "href": .text(parts.addresses.href(Route.page(alert.page) ?? .alerts)),
            "kind": .text(FrenchText.name(of: alert.kind)), "levelName": .text(FrenchText.name(of: alert.level)),
            "dates": .text("du \(FrenchText.moment(alert.onset ?? alert.sent)) au \(FrenchText.moment(alert.expires))"),
            "area": .text(area(of: alert)), "end": .text(Self.words(item.end)),
        ]
    }

    private static func words(_ end: ArchivedAlert.End) -> String {
        switch end {
        case .expired: "Cette alerte est terminée."
        case .replaced: "Cette alerte a été remplacée."
        case .cancelled: "Cette alerte a été annulée."
        }
    }

    /// Where the one is that has its place: among those of today, or in the archive too.
    private func successor(of item: ArchivedAlert) -> Value {
        let reference: Alert.Reference
        switch item.end {
        case .expired: return .absent
        case .replaced(let other), .cancelled(let other): reference = other
        }
        let all = site.alerts.map(\.page) + site.archive.map(\.alert.page)
        guard let page = all.first(where: { $0.slug == reference.slug }), let route = Route.page(page) else { return .absent }
        return ["title": .text(reference.title), "href": .text(parts.addresses.href(route)), "sent": Wording.time(reference.sent)]
    }

    private func area(of alert: Alert) -> String {
        if alert.communes.isEmpty { return "tout le département" }
        let places = alert.named.compactMap { parts.communes.place(of: $0) }
        let names = places.count > Self.mostNames ? ["\(places.count) communes"] : places.map { Typography.apply(site.communes[$0].name) }
        return FrenchText.list(alert.parts.map { Typography.apply($0.name) } + names)
    }
}
