public import SiteModel

/// Facts as they are read.
extension FrenchText {
    /// Stands behind what nobody has confirmed yet, wherever it is shown.
    public static let toCheck = "(à vérifier)"

    /// Telephone numbers in pairs, addresses as they are, everything else with its no-break spaces.
    public static func value(of fact: Fact) -> String {
        switch fact.kind {
        case .telephone: telephone(fact.value)
        case .address: fact.value
        default: Typography.apply(fact.value)
        }
    }

    /// What `:fact[id]{form}` stands for, as plain text, its mark included while it is not certain.
    public static func text(of fact: Fact, as form: FactForm?) -> String {
        let value = value(of: fact)
        let text: String =
            switch form {
            case nil, .short: value
            case .long: "\(value) (\(Typography.apply(fact.label)))"
            case .call: "appeler le\u{A0}\(value)"
            case .reference: fact.reference.map { "\(value) (\(Typography.apply($0)))" } ?? value
            case .label: Typography.apply(fact.label)
            }
        return fact.status == .toCheck ? "\(text) \(toCheck)" : text
    }
}
