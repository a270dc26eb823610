import SiteModel
import Templates

/// The parts of the site that its navigation names.
enum SiteSection: Sendable, Hashable, CaseIterable {
    case communes, guides, bulletins, alerts, agenda
    /// Pages that the navigation does not name.
    case none

    var title: String {
        switch self {
        case .communes: "Communes"
        case .guides: "Guides"
        case .bulletins: "Bulletins"
        case .alerts: "Alertes"
        case .agenda: "Agenda"
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
        case .none: .home
        }
    }

    /// The entries of the navigation, this section marked.
    func navigation(_ addresses: Addresses) -> Value {
        .list(
            Self.allCases.filter { $0 != .none }.map { section in
                [
                    "title": .text(section.title), "href": .text(addresses.href(section.route)),
                    "current": .bool(section == self),
                ]
            })
    }
}
