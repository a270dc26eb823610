import Files
import SiteModel

/// The addresses of other sites that this one gives, with the files that give them.
public struct OutsideLinks: Sendable {
    public struct Row: Sendable {
        public let address: String
        /// In the order of their names.
        public let files: [String]
    }

    /// In the order of the addresses.
    public let rows: [Row]

    /// - Parameters:
    ///   - root: folder of the content, as messages show it.
    ///   - templates: of the web templates.
    init(_ site: Site, _ rendered: RenderedLinks, root: String, template: (RenderedLinks.Citation) -> String) {
        var files: [String: Set<String>] = [:]
        func add(_ address: String?, _ file: String) {
            guard let address, address.hasPrefix("http://") || address.hasPrefix("https://") else { return }
            files[address, default: []].insert(file)
        }
        let notes = site.communeNotes.keys.sorted().compactMap { site.communeNotes[$0] }
        for page in site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page) + notes {
            for link in page.document.links where !link.isInternal { add(link.destination, page.file) }
        }
        for fact in site.registry.entries.values.joined() {
            add(fact.sourceURL, fact.file)
            if fact.kind == .address { add(fact.value.contains("://") ? fact.value : "https://\(fact.value)", fact.file) }
        }
        for feed in site.feeds { add(feed.url, "\(root)/feeds/feeds.yml") }
        if let feed = site.feeds.first(where: { $0.format == "annuaire-mairies" }) {
            for commune in site.communes { add(commune.townHall?.website, feed.file) }
        }
        add(site.settings.quickExit, "\(root)/site.yml")
        add(site.settings.security?.policy, "\(root)/site.yml")
        for contact in site.settings.security?.contacts ?? [] { add(contact, "\(root)/site.yml") }
        // What is left is the templates’ or a feed’s.
        for (address, citation) in rendered.outside where files[address] == nil { add(address, template(citation)) }
        rows = files.map { Row(address: $0.key, files: $0.value.sorted()) }.sorted { $0.address < $1.address }
    }
}
