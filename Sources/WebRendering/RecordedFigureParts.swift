import Figures
import French
import SiteModel
import Templates

/// Recorded figures as a commune's page and the twin of its bulletin show them: each indicator with its count, its
/// rate, its chart and its table, beside the département's rate.
struct RecordedFigureParts: Sendable {
    private let site: Site
    private let peers: [String: [Indicator: FigureSeries]]
    private let source: Value

    init(_ site: Site) {
        self.site = site
        peers = site.figures.peers
        let feed = site.feeds.first { $0.id == site.figures.communes?.feed }
        source = feed.map(SiteParts.feed) ?? .absent
    }

    /// Absent where the sources say nothing of the commune.
    func names(of commune: Commune) -> Value {
        let all = site.figures.series(of: commune.code)
        guard let period = all.first.map(FigureWords.years) else { return .absent }
        let shown = all.filter(\.hasNumbers)
        let withheld = all.filter { series in series.points.contains { $0.value == .withheld } }
        let secret = all.filter { !$0.hasNumbers && !withheld.contains($0) }
        let peers = peers[commune.code.departement] ?? [:]
        let highlights = FigureHighlights.choose(3, from: all).map { card($0, beside: peers[$0.indicator]) }
        let years = Set(all.flatMap { $0.points.map(\.year) }).sorted()
        let denominators = shown.compactMap { series in series.points.last.flatMap { related($0, series.indicator) } }
        return [
            "period": .text(period),
            "hasHighlights": .bool(!highlights.isEmpty), "highlights": .list(highlights),
            "indicators": .list(all.map { row($0, beside: peers[$0.indicator], years: years) }),
            "years": .list(years.map { .text("\($0)") }), "lastYear": .text(years.last.map { "\($0)" }),
            "related": .text(denominators.isEmpty ? nil : FrenchText.list(Self.distinct(denominators))),
            "secret": .text(secret.isEmpty ? nil : Self.list(secret)),
            "withheld": .text(withheld.isEmpty ? nil : Self.list(withheld)),
            "withheldUnder": .text(FrenchText.number(site.settings.policies.familyViolenceMinimumPopulation)),
            "source": source,
        ]
    }

    private func card(_ series: FigureSeries, beside peer: FigureSeries?) -> Value {
        let indicator = series.indicator
        let last = series.points.last
        let peerRates = Dictionary(
            (peer?.points ?? []).map { ($0.year, $0.rate) }, uniquingKeysWith: { first, _ in first })
        return [
            "name": .text(Typography.apply(indicator.name)),
            "count": .text(last.map { FigureWords.count($0.value, of: indicator) }),
            "year": .text(last.map { "\($0.year)" }),
            // « 0 infraction » says it all.
            "rate": .text(last?.rate.flatMap { $0.count == 0 ? nil : FigureWords.rate($0, of: indicator) }),
            "departementRate": .text(last.flatMap { peerRates[$0.year] ?? nil }.map(FigureWords.number)),
            "basis": .text(FigureWords.basis(indicator)), "chart": .html(FigureChart(series).html),
        ]
    }

    /// A row of the table of all indicators: the counts of `years`, then the last year's rate.
    private func row(_ series: FigureSeries, beside peer: FigureSeries?, years: [Int]) -> Value {
        let indicator = series.indicator
        let counts = Dictionary(series.points.map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
        let last = series.points.first { $0.year == years.last }
        let departement = peer?.points.last { $0.year == years.last }?.rate
        let rate = last.map { $0.rate.map(FigureWords.number) ?? FigureWords.short($0.value) }
        return [
            "name": .text(Typography.apply(indicator.name)), "unit": .text(FigureWords.unit(indicator)),
            "counts": .list(years.map { .text(FigureWords.short(counts[$0] ?? .absent)) }),
            "rate": .text(rate ?? FigureWords.short(.absent)),
            "departementRate": .text(departement.map(FigureWords.number) ?? FigureWords.short(.absent)),
            // Most are of inhabitants: the table's heading says so.
            "ofDwellings": .bool(indicator.denominator == .dwellings),
        ]
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    /// `72 750 logements (recensement de 2022)`
    private func related(_ point: FigureSeries.Point, _ indicator: Indicator) -> String? {
        guard let denominator = point.denominator else { return nil }
        let words = "\(FrenchText.number(denominator))\u{A0}\(indicator.denominator.rawValue)"
        let vintage = site.figures.communes?.table.vintage(of: indicator.denominator, year: point.year)
        return vintage.map { "\(words) (recensement de \($0))" } ?? words
    }

    /// Their names; where they are many, their number, as the table of all indicators names them.
    private static func list(_ series: [FigureSeries]) -> String {
        if series.count > 4 { return FrenchText.count(series.count, "indicateur", "indicateurs") }
        return series.map { Typography.apply($0.indicator.name) }.joined(separator: "\u{202F}; ")
    }
}
