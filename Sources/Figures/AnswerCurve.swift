import French
public import SiteModel

/// Answers over the time of a survey as bars, a day or a week each. What is not told is an empty dashed column, as high as
/// the chart.
public struct AnswerCurve: Sendable {
    public let curve: ConsultationResults.Curve

    public init(_ curve: ConsultationResults.Curve) { self.curve = curve }

    private static let height = 96
    private static let top = 18
    private static let barHeight = 58

    private var columnWidth: Int { curve.step == .week ? 56 : 40 }
    private var width: Int { max(1, curve.points.count) * columnWidth }
    private var largest: Int { max(1, curve.points.compactMap(\.answers.count).max() ?? 1) }

    /// The data in words.
    public var alternative: String {
        let step = curve.step == .week ? "semaine du" : ""
        let words = curve.points.map { point in
            [step, FrenchText.date(point.day)].filter { !$0.isEmpty }.joined(separator: " ") + "\u{A0}: "
                + (point.answers.count.map { FrenchText.number($0) } ?? "non diffusé")
        }
        return "Réponses reçues. " + words.joined(separator: "\u{A0}; ") + "."
    }

    /// A drawing of its own, for prints.
    public var svg: [UInt8] {
        drawing(SVGWriter.chart, axis: SVGWriter.axis)
    }

    /// A part of a page, whose style sheet says how letters and lines are drawn.
    public var html: [UInt8] { drawing([], axis: []) }

    private func drawing(_ particulars: [(name: String, value: String)], axis: [(name: String, value: String)]) -> [UInt8] {
        let baseline = Self.top + Self.barHeight
        var svg = SVGWriter()
        svg.open(
            "svg",
            particulars + [
                ("class", "chart"), ("viewBox", "0 0 \(width) \(Self.height)"), ("width", "\(width)"), ("height", "\(Self.height)"),
                ("role", "img"), ("aria-label", alternative),
            ])
        for (place, point) in curve.points.enumerated() {
            let middle = place * columnWidth + columnWidth / 2
            let barWidth = columnWidth - 12
            if let count = point.answers.count {
                let height = count == 0 ? 0 : max(1, count * Self.barHeight / largest)
                if height > 0 {
                    let path = "M\(middle - barWidth / 2) \(baseline - height)h\(barWidth)v\(height)h-\(barWidth)z"
                    svg.element("path", [("class", "bar"), ("d", path)])
                }
                svg.text(FrenchText.number(count), x: middle, y: baseline - height - 4)
            } else {
                svg.secret(FrenchText.notTold, x: middle - barWidth / 2, y: Self.top, width: barWidth, height: Self.barHeight)
            }
            svg.text("\(point.day.day)/\(point.day.month)", x: middle, y: baseline + 15)
        }
        svg.element("path", [("class", "axis"), ("d", "M0 \(baseline).5H\(width)")] + axis)
        svg.close("svg")
        return svg.bytes
    }
}
