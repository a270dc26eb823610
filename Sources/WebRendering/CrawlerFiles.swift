import SiteModel

/// What search engines read first: `sitemap.xml` and `robots.txt`.
public enum CrawlerFiles {
    /// The protocol allows 50,000 addresses a file. Source: https://www.sitemaps.org/protocol.html
    private static let limit = 45_000

    /// `/sitemap.xml`, and the parts that it names when one file cannot hold all addresses. Error page and
    /// twins of bulletins are left out: each commune's page leads to its own.
    public static func sitemaps(_ pages: [WebPage], settings: SiteSettings) -> [(route: Route, bytes: [UInt8])] {
        let addresses = Addresses(settings)
        let listed = pages.filter { $0.kind != .notFound && $0.kind != .bulletin }
            .map { addresses.canonical($0.route) }
        let root = Route("/sitemap.xml")
        guard listed.count > limit else {
            return [(root, file("urlset", entry: "url", listed))]
        }
        var parts: [(route: Route, bytes: [UInt8])] = []
        for start in stride(from: 0, to: listed.count, by: limit) {
            let part = listed[start..<min(start + limit, listed.count)]
            parts.append((Route("/sitemap-\(parts.count + 1).xml"), file("urlset", entry: "url", part)))
        }
        let index = file("sitemapindex", entry: "sitemap", parts.map { addresses.canonical($0.route) })
        return [(root, index)] + parts
    }

    /// A demonstration asks every robot to stay away.
    public static func robots(_ site: Site) -> [UInt8] {
        guard !site.isDemonstration else { return Array("User-agent: *\nDisallow: /\n".utf8) }
        let sitemap = Addresses(site.settings).canonical(Route("/sitemap.xml"))
        return Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8)
    }

    private static func file(_ root: String, entry: String, _ addresses: some Sequence<String>) -> [UInt8] {
        var text: [UInt8] = []
        text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        text += "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
        for address in addresses {
            text += "<\(entry)><loc>".utf8
            for byte in address.utf8 {
                switch byte {
                case 0x26: text += "&amp;".utf8
                case 0x3C: text += "&lt;".utf8
                case 0x3E: text += "&gt;".utf8
                default: text.append(byte)
                }
            }
            text += "</loc></\(entry)>\n".utf8
        }
        text += "</\(root)>\n".utf8
        return text
    }
}
