import SiteModel

/// Keeps from being shown what `policies` of `site.yml` hides, before any page or bulletin sees it.
struct FigurePolicy {
    private let policies: SiteSettings.Policies
    private let populations: [String: Int]

    init(_ policies: SiteSettings.Policies, communes: [Commune]) {
        self.policies = policies
        populations = Dictionary(
            communes.compactMap { commune in commune.population.map { (commune.code.text, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    func apply(to figures: RecordedFigures) -> RecordedFigures {
        var figures = figures
        let least = policies.familyViolenceMinimumPopulation
        figures.communes?.table.withhold { code, indicator in
            // A commune whose population is not known is taken for a small one.
            indicator.isAboutFamilies && populations[code] ?? 0 < least
        }
        return figures
    }
}
