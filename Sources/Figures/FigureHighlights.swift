public import SiteModel

/// The few indicators for which paper has room: those about which inhabitants can do something themselves.
public enum FigureHighlights {
    private static let preferred = [
        "Cambriolages de logement", "Vols dans les véhicules", "Escroqueries et fraudes aux moyens de paiement",
        "Destructions et dégradations volontaires",
    ]

    /// `count` of them, those with a number in their last year before those of earlier years and those that are kept
    /// secret; none where no number of theirs is published.
    public static func choose(_ count: Int, from series: [FigureSeries]) -> [FigureSeries] {
        let candidates = preferred.compactMap { name in series.first { $0.indicator.name == name } }
        guard candidates.contains(where: \.hasNumbers) else { return [] }
        let ranked = candidates.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }
        return ranked.prefix(count).map(\.element)
    }

    private static func rank(_ series: FigureSeries) -> Int {
        if series.points.last?.value.number != nil { return 0 }
        return series.hasNumbers ? 1 : 2
    }
}
