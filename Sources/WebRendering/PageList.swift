import API
import Files
import SiteModel

/// Every page of a site, in the order of their routes' bytes.
struct PageList: Sendable {
    let pages: [WebPage]

    init(_ site: Site, themes: Themes, communes: CommuneIndex, offers: WebOffers) {
        let settings = "content/site.yml"
        let feed = site.feeds.first?.file ?? settings
        var others = [
            WebPage(.home, .home, source: settings),
            WebPage(.guides, .guides, source: settings),
            WebPage(.communes, .communes, source: feed),
            WebPage(.bulletins, .bulletins, source: settings),
            WebPage(.alerts, .alerts, source: settings),
            WebPage(.agenda, .agenda, source: settings),
            WebPage(.search, .search, source: settings),
            WebPage(.notFound, .notFound, source: settings),
        ]
        for (index, consultation) in site.consultations.enumerated() {
            others.append(WebPage(.consultation, .consultation(consultation.slug), source: consultation.file, index: index))
        }
        if let latest = site.consultations.first { others.append(WebPage(.consultations, .consultations, source: latest.file)) }
        if let first = site.commitments.first { others.append(WebPage(.commitments, .commitments, source: first.file)) }
        if offers.hasAPI { others.append(WebPage(.api, .api, source: settings)) }
        if offers.hasAlertArchive {
            others.append(WebPage(.alertArchive, .alertArchive, source: settings))
            for (index, item) in site.archive.enumerated() {
                guard let route = Route.page(item.alert.page) else { continue }
                others.append(WebPage(.archivedAlert, route, source: item.alert.page.file, index: index))
            }
        }
        if offers.hasOfflinePage { others.append(WebPage(.offline, .offline, source: settings)) }
        for (index, theme) in themes.all.enumerated() {
            others.append(WebPage(.theme, .theme(theme.id), source: settings, index: index))
        }
        func add(_ pages: [Page], as kind: WebPage.Kind) {
            for (index, page) in pages.enumerated() {
                guard let route = Route.page(page) else { continue }
                others.append(WebPage(kind, route, source: page.file, index: index))
            }
        }
        add(site.guides, as: .guide)
        for (index, page) in site.pages.enumerated() {
            guard let route = Route.page(page) else { continue }
            if let legal = LegalPage(page) {
                others.append(WebPage(.legal, route, source: LegalParts.source(of: legal, in: site), index: index))
                continue
            }
            let kind: WebPage.Kind = route == .operation && !site.measures.isEmpty ? .operation : .page
            others.append(WebPage(kind, route, source: page.file, index: index))
        }
        add(site.alerts.map(\.page), as: .alert)
        if offers.hasAlertEncarts {
            for (index, alert) in site.alerts.enumerated() where !alert.page.leavesFewTraces {
                // What took the place of another has its frame too.
                for slug in [alert.page.slug] + alert.earlier.map(\.slug) {
                    others.append(WebPage(.alertEncart, .encart(of: slug), source: alert.page.file, index: index))
                }
            }
            for past in site.pastAlerts { others.append(WebPage(.pastEncart, .encart(of: past.slug), source: past.file)) }
        }
        add(site.editions.map(\.page), as: .edition)
        for (index, redirect) in site.redirects.enumerated() {
            others.append(WebPage(.redirect, redirect.from, source: redirect.source, index: index))
        }
        others.sort { Self.precedes($0.route, $1.route) }

        // Communes come in the order of their codes, hence of their routes: thousands that need no sorting.
        let editions = site.editions.indices.sorted {
            site.editions[$0].id.utf8.lexicographicallyPrecedes(site.editions[$1].id.utf8)
        }
        var all: [WebPage] = []
        all.reserveCapacity(others.count + site.communes.count * (2 + editions.count))
        let split = others.firstIndex { Self.precedes(.communes, $0.route) } ?? others.count
        all += others[..<split]
        for (index, commune) in site.communes.enumerated() {
            let route = communes.routes[index]
            let source = site.communeNotes[commune.code]?.file ?? feed
            all.append(WebPage(.commune, route, source: source, index: index))
            for edition in editions where site.editions[edition].covers(commune) {
                let page = site.editions[edition].page
                all.append(
                    WebPage(
                        .bulletin, Route("\(route.path)bulletin-\(page.slug)/"), source: page.file,
                        index: index, edition: edition))
            }
            if offers.hasEncarts { all.append(WebPage(.encart, communes.encart(index), source: source, index: index)) }
        }
        all += others[split...]
        pages = all
    }

    private static func precedes(_ left: Route, _ right: Route) -> Bool {
        ByteOrder.precedes(left.path, right.path)
    }
}
