import French
import SiteModel

/// A fact as it is printed.
enum FactText {
    /// Telephone numbers in pairs, everything else with its no-break spaces.
    static func value(_ fact: Fact) -> String {
        fact.kind == .telephone ? FrenchText.telephone(fact.value) : Typography.apply(fact.value)
    }
}
