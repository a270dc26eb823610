import SiteModel

/// Alerts whose words are ready, in `site-templates/new/alerts/`: what happens, what to do, whom to call, what not to do.
public enum AlertForm: String, CaseIterable, Sendable {
    case cambriolages
    case fauxAgents = "faux-agents"
    case escroquerieTelephone = "escroquerie-telephone"
    case feuDeForet = "feu-de-foret"
    case inondation

    var model: String { "alerts/\(rawValue).md" }

    /// Where nobody gives another one.
    var title: String {
        switch self {
        case .cambriolages: "Cambriolages : les gestes qui protègent"
        case .fauxAgents: "Faux agents à la porte : vérifiez avant d'ouvrir"
        case .escroquerieTelephone: "Escroqueries au téléphone : raccrochez"
        case .feuDeForet: "Risque de feu de forêt"
        case .inondation: "Risque d'inondation"
        }
    }

    var kind: Alert.Kind {
        switch self {
        case .cambriolages: .cambriolage
        case .fauxAgents: .fauxAgents
        case .escroquerieTelephone: .escroquerieTéléphone
        case .feuDeForet: .feuDeForêt
        case .inondation: .inondation
        }
    }

    /// Until it ends, where its editor says nothing else: what the weather brings is short.
    var days: Int {
        switch self {
        case .cambriolages, .fauxAgents, .escroquerieTelephone: 30
        case .feuDeForet: 3
        case .inondation: 1
        }
    }
}
