import SiteModel
import Templates

/// The parts of the site that its navigation names.
enum SiteSection: Sendable, Hashable, CaseIterable {
    case communes, guides, bulletins, alerts, agenda
    /// Beside the navigation.
    case search
    /// Pages that the navigation does not name.
    case none

    private static let named: [SiteSection] = [.communes, .guides, .bulletins, .alerts, .agenda]

    var title: String {
        switch self {
        case .communes: "Communes"
        case .guides: "Guides"
        case .bulletins: "Bulletins"
        case .alerts: "Alertes"
        case .agenda: "Agenda"
        case .search: "Rechercher"
        case .none: ""
        }
    }

    var route: Route {
        switch self {
        case .communes: .communes
        case .guides: .guides
        case .bulletins: .bulletins
        case .alerts: .alerts
        case .agenda: .agenda
        case .search: .search
        case .none: .home
        }
    }

    /// The entries of the navigation, this section marked.
    func navigation(_ addresses: Addresses) -> Value {
        .list(Self.named.map { $0.entry(addresses, isCurrent: $0 == self) })
    }

    /// The way to the search, from every page.
    func search(_ addresses: Addresses) -> Value { Self.search.entry(addresses, isCurrent: self == .search) }

    private func entry(_ addresses: Addresses, isCurrent: Bool) -> Value {
        ["title": .text(title), "href": .text(addresses.href(route)), "current": .bool(isCurrent)]
    }
}
