/// A page of the site with what loads it again: a style sheet and a script of the preview's own, as the policy of pages
/// admits them.
enum LivePage {
    /// - Parameters:
    ///   - path: of the page, below the output folder.
    ///   - seen: fingerprint of what the site has there; 0 for what it has not.
    static func made(of page: [UInt8], path: String, seen: Int, date: String?) -> [UInt8] {
        let added = """
            <link rel="stylesheet" href="\(PreviewHandler.own)live.css">
            <script src="\(PreviewHandler.own)live.js" data-path="\(escaped(path))" data-seen="\(seen)" \
            data-date="\(date ?? "")" defer></script>

            """
        let end = Array("</body>".utf8)
        guard let place = page.ranges(of: end).last?.lowerBound else { return page + Array(added.utf8) }
        return page[..<place] + Array(added.utf8) + page[place...]
    }

    /// A page of the preview's own: each `{{name}}` is replaced.
    static func filled(_ template: [UInt8], _ values: [String: String]) -> [UInt8] {
        var text = String(decoding: template, as: UTF8.self)
        for (name, value) in values { text = text.replacing("{{\(name)}}", with: escaped(value)) }
        return Array(text.utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

enum ContentType {
    private static let known = [
        "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "pdf": "application/pdf", "atom": "application/atom+xml",
        "xml": "application/xml", "txt": "text/plain", "ics": "text/calendar", "vcf": "text/vcard", "webmanifest": "application/manifest+json",
        "wasm": "application/wasm", "woff2": "font/woff2",
    ]

    static func of(_ path: String) -> String {
        known[path.split(separator: ".").last.map(String.init) ?? ""] ?? "application/octet-stream"
    }
}
