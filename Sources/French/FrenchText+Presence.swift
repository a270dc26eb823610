public import SiteModel

extension FrenchText {
    /// `Présence de la gendarmerie sur la voie publique, troisième trimestre 2026 : arrondissement d’Annecy, 4 210 heures.`; `nil` for
    /// none.
    public static func presence(_ hours: [PresenceHours]) -> String? {
        guard let quarter = hours.first?.quarter else { return nil }
        let areas = hours.map { hours in
            let vowels = "aeiouyàâéèêëîïôöùûüh"
            let name = Typography.apply(hours.area)
            let of = name.lowercased().first.map(vowels.contains) ?? false ? "d’" : "de "
            return "\(hours.level.rawValue) \(of)\(name), \(count(hours.hours, "heure", "heures"))"
        }
        let ordinal = ["premier", "deuxième", "troisième", "quatrième"][quarter.number - 1]
        return "Présence de la gendarmerie sur la voie publique, \(ordinal) trimestre \(quarter.year)\u{A0}: "
            + areas.joined(separator: "\u{A0}; ") + "."
    }
}
