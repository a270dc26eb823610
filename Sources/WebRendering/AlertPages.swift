import API
import French
import SiteModel
import Syndication
import Templates

extension WebRenderer {
    func alerts() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Alertes",
                description: "Messages de prévention en cours \(site.settings.departement.locative).",
                section: .alerts, parents: trails.home, feed: alertFeed, moreFeeds: moreAlertFeeds),
            names: [
                "hasAlerts": .bool(!parts.alerts.isEmpty), "alerts": .list(parts.alerts),
                "archive": offers.hasAlertArchive ? .text(parts.addresses.href(.alertArchive)) : .absent,
                "alertsUntil": parts.until(Array(site.alerts.indices)),
                "api": offers.hasAPI ? .text(parts.addresses.href(.api)) : .absent,
            ])
    }

    func alert(_ index: Int) -> PageContent {
        let alert = site.alerts[index]
        let front = alert.page.frontMatter
        return PageContent(
            head: PageHead(
                title: front.title, description: front.summary, section: .alerts, parents: trails.alerts,
                facts: site.facts(citedBy: alert.page),
                reviewer: front.reviewedBy, isSensitive: alert.page.leavesFewTraces),
            names: [
                "alert": [
                    "title": .text(front.title), "summary": .text(front.summary),
                    "level": .text(alert.level.rawValue),
                    "levelName": .text(FrenchText.name(of: alert.level)),
                    "kind": .text(FrenchText.name(of: alert.kind)),
                    "sent": Wording.time(alert.sent), "onset": alert.onset.map(Wording.time) ?? .absent,
                    "expires": Wording.time(alert.expires), "validation": Wording.proofreading(alert.validation),
                    "until": .text(parts.time.briefEnd(of: alert.expires)),
                    // Before it begins, the page says so; the reader's clock ends that.
                    "begins": .text(alert.isAhead(of: site.now) ? alert.onset.map(parts.time.briefStart) : nil),
                    "isRelayed": .bool(alert.isRelayed),
                    "source": .text(alert.source),
                ],
                "earlier": earlier(than: alert),
                "reuse": reuse(of: alert),
                "hasArea": .bool(!alert.communes.isEmpty), "hasNamed": .bool(!alert.named.isEmpty),
                "area": SiteParts.area(alert.named, in: site, parts.communes, parts.addresses),
                "parts": .list(
                    alert.parts.map { part in
                        [
                            "name": .text(Typography.apply(part.name)),
                            "area": SiteParts.area(part.communes, in: site, parts.communes, parts.addresses),
                        ]
                    }),
                "body": .html(bodies.html(of: alert.page)),
            ])
    }

    /// The alert whose place this one takes; absent where there is none.
    private func earlier(than alert: Alert) -> Value {
        guard let earlier = alert.earlier.first, let succession = alert.succession else { return .absent }
        return [
            "title": .text(earlier.title), "sent": Wording.time(earlier.sent), "isCancelled": .bool(succession.kind == .cancels),
        ]
    }

    func agenda() -> PageContent {
        var months: [Value] = []
        var start = 0
        while start < site.events.count {
            let date = site.events[start].date
            var end = start
            while end < site.events.count, site.events[end].date.isSameMonth(as: date) { end += 1 }
            months.append([
                "id": .text("\(date.description.prefix(7))"), "title": .text(Wording.month(date)),
                "days": .list(
                    (start..<end).map { ["anchor": .text(MonthGrid.anchor($0)), "event": parts.events[$0]] }),
                "weeks": MonthGrid(of: date, site.events, start..<end).weeks,
            ])
            start = end
        }
        return PageContent(
            head: PageHead(
                title: "Agenda",
                description: "Permanences, immersions et réunions \(site.settings.departement.locative).",
                section: .agenda, parents: trails.home, calendars: calendars),
            names: ([
                "hasMonths": .bool(!months.isEmpty), "months": .list(months), "hasSlip": .bool(isPrinted(.registrationSlip)),
                "hasCancelled": .bool(!site.cancelledEvents.isEmpty),
                "cancelled": .list(
                    site.cancelledEvents.map { event in
                        SiteParts.event(event, in: site, parts.communes, parts.addresses, LocalTime(site.settings))
                    }),
            ] as Object).merging(printablesOfAgenda()))
    }
}

extension CalendarDate {
    fileprivate func isSameMonth(as other: CalendarDate) -> Bool {
        (year, month) == (other.year, other.month)
    }
}
