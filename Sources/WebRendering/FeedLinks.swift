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

    /// A commune's; absent where none is published.
    func alertFeed(ofCommune index: Int) -> Value {
        guard offers.hasCommuneFeeds else { return .absent }
        return feed(AlertFeeds.route(beside: parts.communes.routes[index]), AlertFeeds.title(of: site.communes[index]))
    }

    /// What became of what élus asked for.
    var commitmentFeed: Value { feed(CommitmentFeed.route, CommitmentFeed.title) }

    private func feed(_ route: Route, _ title: String) -> Value {
        [
            "href": .text(parts.addresses.href(route)), "address": .text(parts.addresses.canonical(route)),
            "title": .text(title),
        ]
    }
}
