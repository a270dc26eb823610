import JSON
import SiteModel

/// `manifest.webmanifest`: the site as a device installs it. Source: https://www.w3.org/TR/appmanifest/
extension WebRenderer {
    public func manifest() -> [UInt8] {
        let settings = site.settings
        let home = parts.addresses.href(.home)
        // A theme has the first word.
        let style = ["theme.css", "style.css"].flatMap { parts.assets.asset($0)?.bytes ?? [] }
        var json = JSONWriter(capacity: 1024)
        json.object { json in
            json.field("id", home)
            json.field("name", settings.title)
            // What fits below an icon.
            json.field("short_name", settings.departement.name)
            if let notice = site.notice { json.field("description", notice) }
            json.field("lang", "fr")
            json.field("start_url", home)
            json.field("scope", home)
            json.field("display", "standalone")
            if let colour = Self.token("--paper", in: style) { json.field("background_color", colour) }
            if let colour = Self.token("--band", in: style) { json.field("theme_color", colour) }
            json.key("icons")
            json.array(Self.icons) { json, icon in
                guard let route = parts.assets.route(icon.name) else { return }
                json.object { json in
                    json.field("src", parts.addresses.href(route))
                    json.field("type", icon.name.hasSuffix(".svg") ? "image/svg+xml" : "image/png")
                    json.field("sizes", icon.sizes)
                    json.field("purpose", icon.purpose)
                }
            }
        }
        return json.bytes
    }

    private static let icons: [(name: String, sizes: String, purpose: String)] = [
        ("icon.svg", "any", "any"), ("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"),
        ("icon-maskable-512.png", "512x512", "maskable"),
    ]

    /// The value that the style sheet first gives to a colour: `#143f35`. A theme thus says its colours once.
    static func token(_ name: String, in style: [UInt8]) -> String? {
        guard let found = style.firstRange(of: Array("\(name):".utf8)) else { return nil }
        let value = style[found.upperBound...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "}") }
        let text = String(decoding: value, as: UTF8.self).split(separator: " ").joined(separator: " ")
        return text.isEmpty || text.utf8.count > 40 ? nil : text
    }
}
