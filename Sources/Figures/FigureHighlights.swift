public import SiteModel

/// The few indicators for which paper has room: those about which inhabitants can do something themselves.
public enum FigureHighlights {
    private static let preferred = [
        "Cambriolages de logement", "Vols dans les véhicules", "Escroqueries et fraudes aux moyens de paiement",
        "Destructions et dégradations volontaires",
    ]

    /// How many a bulletin may hold.
    public static let most = 3

    /// Of these with a number in their last year, in the order of preference.
    public static func choose(from series: [FigureSeries]) -> [FigureSeries] {
        let candidates = preferred.compactMap { name in series.first { $0.indicator.name == name } }
        return Array(candidates.filter { $0.points.last?.value.number != nil }.prefix(most))
    }
}
