public import SiteModel

/// What search engines read first: `sitemap.xml` and `robots.txt`.
public enum CrawlerFiles {
    /// A page that people look for.
    public struct Entry: Sendable, Hashable {
        public let route: Route
        /// Latest day of what it says; `nil` when that is not known.
        public let updated: CalendarDate?

        public init(route: Route, updated: CalendarDate? = nil) {
            self.route = route
            self.updated = updated
        }
    }

    private static let root = Route("/sitemap.xml")
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    /// The protocol allows 50,000 addresses a file. Source: https://www.sitemaps.org/protocol.html
    private static let limit = 45_000

    /// `/sitemap.xml`, and the parts that it names when one file cannot hold all addresses.
    public static func sitemaps(_ pages: [Entry], settings: SiteSettings) -> [(route: Route, bytes: [UInt8])] {
        let addresses = Addresses(settings)
        guard pages.count > limit else { return [(root, list(pages[...], addresses))] }
        var parts: [(route: Route, bytes: [UInt8])] = []
        for start in stride(from: 0, to: pages.count, by: limit) {
            let part = pages[start..<min(start + limit, pages.count)]
            parts.append((Route("/sitemap-\(parts.count + 1).xml"), list(part, addresses)))
        }
        var index = XMLWriter()
        index.element("sitemapindex", [("xmlns", namespace)]) { xml in
            for part in parts {
                xml.element("sitemap") { $0.element("loc", text: addresses.canonical(part.route)) }
            }
        }
        return [(root, index.bytes)] + parts
    }

    /// A demonstration asks every robot to stay away.
    public static func robots(_ site: Site) -> [UInt8] {
        guard site.notice == nil else { return Array("User-agent: *\nDisallow: /\n".utf8) }
        return Array("User-agent: *\nAllow: /\n\nSitemap: \(Addresses(site.settings).canonical(root))\n".utf8)
    }

    private static func list(_ pages: ArraySlice<Entry>, _ addresses: Addresses) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("urlset", [("xmlns", namespace)]) { xml in
            for page in pages {
                xml.element("url") { xml in
                    xml.element("loc", text: addresses.canonical(page.route))
                    if let updated = page.updated { xml.element("lastmod", text: updated.description) }
                }
            }
        }
        return xml.bytes
    }
}
