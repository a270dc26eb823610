public import SiteModel

extension FrenchText {
    /// `Vigilance`
    public static func name(of level: Alert.Level) -> String {
        switch level {
        case .information: "Information"
        case .vigilance: "Vigilance"
        case .danger: "Danger"
        }
    }

    /// `Feu de forêt`
    public static func name(of kind: Alert.Kind) -> String {
        switch kind {
        case .cambriolage: "Cambriolages"
        case .vol: "Vols"
        case .fauxAgents: "Faux agents"
        case .escroquerie: "Escroquerie"
        case .escroquerieTéléphone: "Escroquerie au téléphone"
        case .cybermalveillance: "Cybermalveillance"
        case .feuDeForêt: "Feu de forêt"
        case .inondation: "Inondation"
        case .intempérie: "Intempérie"
        case .avalanche: "Avalanche"
        case .sécuritéRoutière: "Sécurité routière"
        case .environnement: "Environnement"
        case .santé: "Santé"
        case .autre: "Prévention"
        }
    }

    /// `1er décembre 2026 à 18 h`; of a whole day, its date.
    public static func moment(_ moment: LocalMoment) -> String {
        guard let minute = moment.minute else { return date(moment.day) }
        return "\(date(moment.day)) à \(time(minutes: minute))"
    }

    /// `jusqu’au 1er décembre 2026 à 18 h`, and where it begins later than it is issued, `du … au …`.
    public static func validity(of alert: Alert) -> String {
        guard let onset = alert.onset, onset != alert.expires else { return "jusqu’au \(moment(alert.expires))" }
        return "du \(moment(onset)) au \(moment(alert.expires))"
    }
}
