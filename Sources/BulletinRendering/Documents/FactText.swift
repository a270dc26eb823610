import French
import SiteModel

/// A fact as it is printed.
enum FactText {
    /// With its mark while it is not certain.
    static func value(_ fact: Fact, as form: FactForm? = nil) -> String { FrenchText.text(of: fact, as: form) }
}
