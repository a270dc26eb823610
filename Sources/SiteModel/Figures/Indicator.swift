/// What is counted: one of the indicators of SSMSI's bases of recorded crime. Each has its own unit; figures of two
/// indicators are never added.
/// Source: https://www.data.gouv.fr/datasets/621df2954fa5a3b5a023e23c
public struct Indicator: Sendable, Hashable {
    /// What a count is related to.
    public enum Denominator: String, Sendable, Hashable {
        case inhabitants = "habitants"
        case dwellings = "logements"
    }

    /// As the source spells it: `Cambriolages de logement`.
    public let name: String
    /// What is counted, as the source spells it: `Infraction`, `Victime`, `Véhicule`, `Mis en cause`, …
    public let unit: String

    public init(name: String, unit: String) {
        self.name = name
        self.unit = unit
    }

    /// Burglaries are related to dwellings, everything else to inhabitants.
    public var denominator: Denominator { name.hasPrefix("Cambriolages") ? .dwellings : .inhabitants }

    /// Whether a count in a small commune may point to a household: violence within the family.
    public var isAboutFamilies: Bool { name.hasPrefix("Violences physiques intrafamiliales") }
}
