/// What charts of bars share.
extension SVGWriter {
    /// How a chart that is a drawing of its own is lettered; within a page the style sheet says it.
    static let chart: [(name: String, value: String)] = [
        ("xmlns", "http://www.w3.org/2000/svg"), ("font-family", "Inter, sans-serif"), ("font-size", "13"),
        ("text-anchor", "middle"), ("fill", "currentColor"),
    ]
    static let axis: [(name: String, value: String)] = [("stroke", "currentColor"), ("fill", "none")]

    /// A column of which the number is not told: empty, dashed, and as high as the chart.
    mutating func secret(_ label: String, x: Int, y: Int, width: Int, height: Int) {
        begin("rect")
        attribute("class", "secret")
        attribute("x", x, fraction: ".5")
        attribute("y", y, fraction: ".5")
        attribute("width", width - 1)
        attribute("height", height - 1)
        attribute("fill", "none")
        attribute("stroke", "currentColor")
        attribute("stroke-dasharray", "2 3")
        end()
        text(label, x: x + width / 2, y: y + height / 2 + 4, weight: 400)
    }
}
