import French
public import SiteModel

/// Where in its département a commune is: the same small map on its page and in its bulletin.
public struct LocatorMap: Sendable, Hashable {
    /// A whole SVG document, for print.
    public let svg: String
    /// The same for a page, with its alternative text.
    public let html: String
    /// What the map shows, in words.
    public let alternative: String
    public let width: Int
    public let height: Int

    /// A commune smaller than this, in units of the map, is circled.
    private static let smallest = 70

    /// `nil` where the map has no shape of the commune.
    public init?(_ map: DepartementMap, commune: Commune, departement: SiteSettings.Departement) {
        guard let shape = map.shapes[commune.code] else { return nil }
        width = map.width
        height = map.height
        alternative =
            "Carte\u{A0}: \(Typography.apply(commune.name)) se trouve \(Self.whereabouts(shape, map)) \(departement.genitive)."
        var drawing = SVGText()
        drawing.write(
            ##"<path class="land" d="\##(map.outline)" fill="#e3e3e3" stroke="#5a5a5a" stroke-width="9" stroke-linejoin="round"/>"##)
        drawing.write(##"<path class="here" d="\##(shape.path)" fill="#111" stroke="#111" stroke-width="6"/>"##)
        if shape.extent < Self.smallest {
            drawing.write(
                ##"<circle class="ring" cx="\##(shape.x)" cy="\##(shape.y)" r="62" fill="none" stroke="#111" stroke-width="13"/>"##)
        }
        let view = #"viewBox="-60 -60 \#(map.width + 120) \#(map.height + 120)""#
        svg = #"<svg xmlns="http://www.w3.org/2000/svg" \#(view)>\#(drawing.text)</svg>"#
        var page = SVGText()
        page.write(#"<svg class="locator" \#(view) role="img" aria-label=""#)
        page.escape(alternative)
        page.write(#"">\#(drawing.text)</svg>"#)
        html = page.text
    }

    /// `dans le nord-est`, `au centre`: by the ninth of the map that holds the commune's middle.
    private static func whereabouts(_ shape: DepartementMap.Shape, _ map: DepartementMap) -> String {
        let column = min(2, max(0, shape.x * 3 / max(1, map.width)))
        let row = min(2, max(0, shape.y * 3 / max(1, map.height)))
        let names = [
            ["dans le nord-ouest", "dans le nord", "dans le nord-est"], ["dans l’ouest", "au centre", "dans l’est"],
            ["dans le sud-ouest", "dans le sud", "dans le sud-est"],
        ]
        return names[row][column]
    }
}
