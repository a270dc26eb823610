import SiteModel

/// Addresses of the site and of others, whole for links and short for paper.
struct PrintAddress {
    /// Absolute address of the home page, with a final `/`.
    let base: String

    func url(_ route: Route) -> String { url(path: route.path) }

    /// - Parameter path: from the site's root, with its first `/`; may end with an anchor.
    func url(path: String) -> String { base + path.drop { $0 == "/" } }

    /// Without scheme, anchor and final slash: `exemple.fr/guides/elus/menaces`.
    func short(_ url: String) -> String {
        var text = Substring(url)
        for scheme in ["https://", "http://", "mailto:", "tel:"] where text.hasPrefix(scheme) {
            text = text.dropFirst(scheme.utf8.count)
        }
        if let anchor = text.firstIndex(of: "#") { text = text[..<anchor] }
        while text.hasSuffix("/") { text = text.dropLast() }
        return String(text)
    }
}
