import Files
import SiteModel
import Templates

/// What a device keeps when a person asks it to remember a commune: nothing of a sensitive page, whole or quoted.
extension WebRenderer {
    /// Guides kept with a commune; a site of thousands does not fit a telephone.
    static let mostKeptGuides = 60

    /// The same with every commune: the home page, what the operation is, the guides.
    var keptWithAnyCommune: [Route] {
        let pages = site.pages.filter { $0.slug == WebRenderer.operation && !$0.leavesFewTraces }.compactMap(Route.page)
        return [.home] + pages + keptGuides.compactMap(Route.page)
    }

    /// In the order of the themes.
    var keptGuides: [Page] { Array(site.guides.lazy.filter { !$0.leavesFewTraces }.prefix(Self.mostKeptGuides)) }

    /// The page of the operation, by the name of its file.
    static let operation = "presents-pour-les-elus"

    /// What a commune's page says of keeping it; absent for one whose note is not to be kept. The service worker reads
    /// the addresses there: its last bulletin, twin and PDF.
    func keeping(of index: Int) -> Value {
        let commune = site.communes[index]
        if site.communeNotes[commune.code]?.leavesFewTraces == true { return .absent }
        var files: [Route] = []
        let latest = site.editions.firstIndex { $0.covers(commune) }
        if let latest, !isSensitive(latest, of: index) {
            files.append(twinRoute(latest, of: index))
            let pdf = Route.bulletinPDF(site.editions[latest].id, of: commune)
            if printed[pdf] != nil { files.append(pdf) }
        }
        return [
            "page": .text(parts.addresses.href(parts.communes.routes[index])),
            "files": .text(files.map(parts.addresses.href).joined(separator: " ")),
            "hasBulletin": .bool(!files.isEmpty),
        ]
    }

    /// Parts of the addresses whose answers not even the browser may keep: the theme of the guides on violence, other
    /// sensitive pages, the bulletins that quote them.
    public var sensitiveAddresses: [String] {
        var found: Set<String> = []
        for theme in parts.themes.all where theme.isSensitive { found.insert(Route.theme(theme.id).path) }
        let pages = site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page)
        for page in pages where page.leavesFewTraces {
            if case .guide(theme: Page.violence) = page.kind { continue }
            if let route = Route.page(page) { found.insert(route.path) }
        }
        for redirect in site.redirects where redirect.isSensitive { found.insert(redirect.from.path) }
        for (place, edition) in site.editions.enumerated() {
            let ends = ["/", ".pdf", "-gros-caracteres.pdf"].map { "/bulletin-\(edition.id)\($0)" }
            if editions[place].isSensitive {
                found.formUnion(ends)
                continue
            }
            for (index, commune) in site.communes.enumerated() where edition.covers(commune) && isSensitive(place, of: index) {
                found.formUnion(ends.map { parts.communes.routes[index].path + $0.dropFirst() })
            }
        }
        for (index, commune) in site.communes.enumerated() where site.communeNotes[commune.code]?.leavesFewTraces == true {
            found.insert(parts.communes.routes[index].path)
        }
        let base = parts.addresses.href(.home).utf8.count - 1
        return found.map { String(parts.addresses.href(Route($0)).dropFirst(base)) }.sorted(by: ByteOrder.precedes)
    }

    /// Where a device is led that has no network and not the page.
    func offline() -> PageContent {
        let guides = keptGuides.map { SiteParts.guide($0, parts.addresses, summary: false) }
        return PageContent(
            head: PageHead(
                title: "Hors connexion", description: "Ce que cet appareil a gardé, sans réseau.", parents: trails.home),
            names: ["hasGuides": .bool(!guides.isEmpty), "guides": .list(guides)])
    }
}
