import French
public import SiteModel

/// One indicator of one place → a small chart of bars, a bar a year, each with its number.
///
/// The drawing is SVG for pages and bulletins alike: of one colour (`currentColor`, black in print), so that it reads
/// in grey and on a dark page; `class`es let a style sheet do more. What is not published is an empty dashed column
/// with « n. d. », as high as the chart: nobody may guess its height. No `style=`, no `id`, no script.
public struct FigureChart: Sendable {
    public let series: FigureSeries

    public init(_ series: FigureSeries) { self.series = series }

    // In units of the drawing: 40 a year.
    private static let columnWidth = 40
    private static let barWidth = 30
    private static let top = 17
    private static let barHeight = 40
    private static let yearLine = 72
    private static let height = 77

    private var baseline: Int { Self.top + Self.barHeight }
    private var width: Int { max(1, series.points.count) * Self.columnWidth }

    /// Width by height.
    public var size: (width: Int, height: Int) { (width, Self.height) }

    /// The data in words, for who does not see the drawing.
    public var alternative: String {
        let values = series.points.map { "\(FigureWords.value($0.value)) en \($0.year)" }
        return "\(Typography.apply(series.indicator.name)), en \(FigureWords.unit(series.indicator))\u{A0}: "
            + FrenchText.list(values) + "."
    }

    /// Without an XML declaration, so that a page may hold it as it is.
    public var svg: [UInt8] {
        var svg = SVGWriter()
        svg.open(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart"), ("viewBox", "0 0 \(width) \(Self.height)"),
                ("width", "\(width)"), ("height", "\(Self.height)"), ("role", "img"), ("aria-label", alternative),
                ("fill", "currentColor"), ("font-family", "Inter, sans-serif"), ("text-anchor", "middle"),
            ])
        for (place, point) in series.points.enumerated() { column(point, at: place, &svg) }
        svg.element(
            "path",
            [
                ("class", "axis"), ("d", "M0 \(baseline).5H\(width)"), ("stroke", "currentColor"), ("fill", "none"),
            ])
        svg.close("svg")
        return svg.bytes
    }

    private func column(_ point: FigureSeries.Point, at place: Int, _ svg: inout SVGWriter) {
        let middle = place * Self.columnWidth + Self.columnWidth / 2
        let left = middle - Self.barWidth / 2
        let label = FigureWords.short(point.value)
        switch point.value {
        case .number(let number):
            // Of a number that is not zero, something is seen.
            let height = number == 0 ? 0 : max(1, (number * Self.barHeight * 2 + largest) / (2 * largest))
            if height > 0 {
                svg.begin("rect")
                svg.attribute("class", "bar")
                svg.attribute("x", left)
                svg.attribute("y", baseline - height)
                svg.attribute("width", Self.barWidth)
                svg.attribute("height", height)
                svg.end()
            }
            svg.text(label, x: middle, y: baseline - height - 4, size: label.count > 5 ? 12 : 13, weight: 600)
        case .notPublished, .withheld:
            svg.begin("rect")
            svg.attribute("class", "secret")
            svg.attribute("x", left, fraction: ".5")
            svg.attribute("y", Self.top, fraction: ".5")
            svg.attribute("width", Self.barWidth - 1)
            svg.attribute("height", Self.barHeight - 1)
            svg.attribute("fill", "none")
            svg.attribute("stroke", "currentColor")
            svg.attribute("stroke-dasharray", "2 3")
            svg.end()
            svg.text(label, x: middle, y: Self.top + Self.barHeight / 2 + 4, size: 13)
        case .absent:
            svg.text(label, x: middle, y: baseline - 4, size: 13)
        }
        svg.text("\(point.year)", x: middle, y: Self.yearLine, size: 13)
    }

    /// At least 1.
    private var largest: Int { max(1, series.points.compactMap(\.value.number).max() ?? 1) }
}
