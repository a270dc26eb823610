import Figures
import French
import JSON
import SiteModel

/// Recorded figures of a commune for its bulletin: a few indicators with their charts, or that none is published.
struct FigureFields: Sendable {
    /// Paper has room for few. As many for each commune that has any: what fits is decided once for all of these.
    static let count = 2

    private let figures: RecordedFigures
    private let peers: [String: [Indicator: FigureSeries]]
    private let source: String

    init(_ site: Site) {
        figures = site.figures
        peers = site.figures.peers
        let feed = site.feeds.first { $0.id == site.figures.communes?.feed }
        source = feed.map { "\(Typography.apply($0.title)) (\(Typography.apply($0.vintage)))" } ?? ""
    }

    /// `null` where the sources say nothing of the commune; no `rows` where nothing of it is published.
    /// - Returns: how many indicators its bulletin may show.
    func write(_ commune: Commune, into json: inout JSONWriter) -> Int {
        let series = figures.series(of: commune.code)
        guard !series.isEmpty else {
            json.null()
            return 0
        }
        let peers = peers[commune.code.departement] ?? [:]
        let shown = FigureHighlights.choose(Self.count, from: series)
        json.object { json in
            json.field("source", source)
            json.key("rows")
            json.array(shown) { json, series in row(series, peers[series.indicator], into: &json) }
        }
        return shown.count
    }

    private func row(_ series: FigureSeries, _ peer: FigureSeries?, into json: inout JSONWriter) {
        let chart = FigureChart(series)
        let last = series.points.last
        let rate = last?.rate.flatMap { $0.count == 0 ? nil : FigureWords.rate($0, of: series.indicator) }
        // Beside no rate of the commune's own, that of the département says for how many.
        let basis = rate == nil ? " \(FigureWords.basis(series.indicator))" : ""
        let peerRate = peer?.points.first { $0.year == last?.year }?.rate
        json.object { json in
            json.field("name", Typography.apply(series.indicator.name))
            json.field("count", last.map { "\(FigureWords.count($0.value, of: series.indicator)) en \($0.year)" } ?? "")
            json.field("rate", rate)
            json.field("departement", peerRate.map { "département\u{A0}: \(FigureWords.number($0))\(basis)" })
            json.field("alt", chart.alternative)
            json.key("svg")
            json.string(chart.svg)
        }
    }
}
