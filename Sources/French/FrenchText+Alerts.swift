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
}
