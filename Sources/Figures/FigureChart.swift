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

    /// A drawing of its own.
    public var svg: [UInt8] {
        drawing(SVGWriter.chart, axis: SVGWriter.axis)
    }

    /// A part of a page, whose style sheet says how letters and lines are drawn.
    public var html: [UInt8] { drawing([], axis: []) }

    private func drawing(_ particulars: [(name: String, value: String)], axis: [(name: String, value: String)]) -> [UInt8] {
        var svg = SVGWriter()
        svg.open(
            "svg",
            particulars + [
                ("class", "chart"), ("viewBox", "0 0 \(width) \(Self.height)"), ("width", "\(width)"),
                ("height", "\(Self.height)"), ("role", "img"), ("aria-label", alternative),
            ])
        let bars = series.points.indices.map(bar).joined()
        if !bars.isEmpty { svg.element("path", [("class", "bar"), ("d", bars)]) }
        svg.open("g", [("font-weight", "600")])
        for (place, point) in series.points.enumerated() { label(point.value, at: place, &svg) }
        svg.close("g")
        for (place, point) in series.points.enumerated() { svg.text("\(point.year)", x: middle(place), y: Self.yearLine) }
        svg.element("path", [("class", "axis"), ("d", "M0 \(baseline).5H\(width)")] + axis)
        svg.close("svg")
        return svg.bytes
    }

    private func middle(_ place: Int) -> Int { place * Self.columnWidth + Self.columnWidth / 2 }

    private func left(_ place: Int) -> Int { middle(place) - Self.barWidth / 2 }

    /// Of a number that is not zero, something is seen.
    private func height(_ number: Int) -> Int {
        number == 0 ? 0 : max(1, (number * Self.barHeight * 2 + largest) / (2 * largest))
    }

    private func bar(at place: Int) -> String {
        guard let number = series.points[place].value.number, number > 0 else { return "" }
        let height = height(number)
        return "M\(left(place)) \(baseline - height)h\(Self.barWidth)v\(height)h-\(Self.barWidth)z"
    }

    private func label(_ value: FigureValue, at place: Int, _ svg: inout SVGWriter) {
        let label = FigureWords.short(value)
        switch value {
        case .number(let number):
            svg.text(label, x: middle(place), y: baseline - height(number) - 4, size: label.count > 5 ? 12 : nil)
        case .notPublished, .withheld:
            svg.secret(label, x: left(place), y: Self.top, width: Self.barWidth, height: Self.barHeight)
        case .absent:
            svg.text(label, x: middle(place), y: baseline - 4, weight: 400)
        }
    }

    /// At least 1.
    private var largest: Int { max(1, series.points.compactMap(\.value.number).max() ?? 1) }
}
