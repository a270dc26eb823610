public import SiteModel

/// The map of the département whose communes are links.
public struct CommuneMap: Sendable {
    /// A commune as a reader finds it.
    public struct Place: Sendable {
        public let code: INSEECode
        public let name: String
        /// Address of its page.
        public let href: String

        public init(code: INSEECode, name: String, href: String) {
            self.code = code
            self.name = name
            self.href = href
        }
    }

    /// - Parameter places: in the order of reading, which is that of the keyboard.
    public static func html(_ map: DepartementMap, places: [Place]) -> String {
        var drawing = SVGText()
        drawing.write(#"<svg class="map" viewBox="0 0 \#(map.width) \#(map.height)" fill="none" stroke="currentColor">"#)
        for place in places {
            guard let shape = map.shapes[place.code] else { continue }
            drawing.write(#"<a href=""#)
            drawing.escape(place.href)
            drawing.write(#""><title>"#)
            drawing.escape(place.name)
            drawing.write(#"</title><path d="\#(shape.path)"/></a>"#)
        }
        drawing.write("</svg>")
        return drawing.text
    }
}
