import French
import SiteModel
import Syndication
import Templates

/// Where pages invite to subscribe: for the head of the page and for `partials/subscribe`.
extension WebRenderer {
    /// The département's alerts.
    var alertFeed: Value {
        feed(AlertFeeds.route, "Alertes \(site.settings.departement.locative)")
    }

    /// By level, by kind, by service; absent where none is published.
    var moreAlertFeeds: Value {
        guard offers.hasCommuneFeeds else { return .absent }
        let files = AlertFeeds.files(site)
        func links(_ files: [AlertFeeds.File]) -> Value { .list(files.map { feed($0.route, $0.title) }) }
        let services = files.filter { $0.sorting == .service }
        return [
            "all": links(files), "levels": links(files.filter { $0.sorting == .level }),
            "kinds": links(files.filter { $0.sorting == .kind }), "hasServices": .bool(!services.isEmpty),
            "services": links(services),
        ]
    }

    /// A commune's; absent where none is published.
    func alertFeed(ofCommune index: Int) -> Value {
        guard offers.hasCommuneFeeds else { return .absent }
        return feed(AlertFeeds.route(beside: parts.communes.routes[index]), AlertFeeds.title(of: site.communes[index]))
    }

    /// What became of what élus asked for.
    var commitmentFeed: Value { feed(CommitmentFeed.route, CommitmentFeed.title) }

    /// The agenda as calendar programs take it: the département's, by kind, by service.
    var calendars: Value {
        let files = EventCalendars.files(site)
        func links(_ files: some Sequence<EventCalendars.File>) -> Value {
            .list(files.map { calendar($0.route, $0.title) })
        }
        return [
            "main": .list(files.prefix(1).map { calendar($0.route, $0.title) }), "kinds": links(files.dropFirst().prefix(3)),
            "hasServices": .bool(files.count > 4), "services": links(files.dropFirst(4)),
        ]
    }

    /// A commune's; absent where none is published.
    func calendar(ofCommune index: Int) -> Value {
        guard offers.hasCommuneFeeds else { return .absent }
        let title = EventCalendars.title(of: site.communes[index])
        return [
            "main": .list([calendar(EventCalendars.route(beside: parts.communes.routes[index]), title)]),
            "kinds": .list([]), "hasServices": false, "services": .list([]),
        ]
    }

    private func calendar(_ route: Route, _ title: String) -> Value {
        ["href": .text(parts.addresses.href(route)), "title": .text(title)]
    }

    private func feed(_ route: Route, _ title: String) -> Value {
        [
            "href": .text(parts.addresses.href(route)), "address": .text(parts.addresses.canonical(route)),
            "title": .text(title),
        ]
    }
}
