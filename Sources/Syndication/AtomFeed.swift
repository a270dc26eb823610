import SiteModel

/// What all Atom feeds of a site begin with (RFC 4287).
struct AtomFeed: Sendable {
    private let addresses: Addresses
    private let subtitle: String
    /// Who publishes, written once for all the feeds.
    private let author: [UInt8]

    init(_ settings: SiteSettings) {
        let addresses = Addresses(settings)
        self.addresses = addresses
        subtitle = settings.title
        var author = XMLWriter.fragment
        author.element("author") { xml in
            xml.element("name", text: settings.publisher.name)
            xml.element("uri", text: addresses.canonical(.home))
            xml.element("email", text: settings.publisher.email)
        }
        self.author = author.bytes
    }

    /// - Parameters:
    ///   - route: where the feed is published.
    ///   - page: says the same to people.
    ///   - updated: an instant, as RFC 3339 writes it.
    func bytes(
        _ title: String, at route: Route, page: Route, updated: String, _ entries: (inout XMLWriter) -> Void,
    ) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "fr")]) { xml in
            xml.element("title", text: title)
            xml.element("subtitle", text: subtitle)
            xml.element("id", text: addresses.canonical(route))
            xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", addresses.canonical(route))])
            xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", addresses.canonical(page))])
            xml.element("updated", text: updated)
            xml.written(author)
            xml.element("generator", text: "Crieur")
            entries(&xml)
        }
        return xml.bytes
    }
}
