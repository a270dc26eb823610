import Diagnostics
import SiteModel

/// Links between pages, written as paths to `.md` files → routes; each file and each anchor checked.
struct LinkResolver {
    private let root: String
    private let unpublished: Set<Page.ID>
    /// Files that are there but could not be read, which has been told.
    private let unread: Set<Page.ID>
    private var routes: [Page.ID: Route] = [:]
    /// The identifiers of each page's headings, gathered when a link first asks for them.
    private var anchors: [Page.ID: Set<String>] = [:]
    private var documents: [Page.ID: Document] = [:]
    private var diagnostics: [Diagnostic] = []

    init(site: Site, root: String, unpublished: Set<Page.ID>, unread: Set<Page.ID> = []) {
        self.root = root
        self.unpublished = unpublished
        self.unread = unread
        for page in site.guides + site.pages + site.alerts.map(\.page) + site.editions.map(\.page) {
            routes[page.id] = Route.page(page)
            documents[page.id] = page.document
        }
    }

    mutating func resolve(_ site: inout Site) -> [Diagnostic] {
        for index in site.guides.indices { resolve(&site.guides[index]) }
        for index in site.pages.indices { resolve(&site.pages[index]) }
        for index in site.alerts.indices { resolve(&site.alerts[index].page) }
        for index in site.editions.indices { resolve(&site.editions[index].page) }
        for code in site.communeNotes.keys.sorted() {
            guard var note = site.communeNotes[code] else { continue }
            resolve(&note)
            site.communeNotes[code] = note
        }
        return diagnostics
    }

    private mutating func resolve(_ page: inout Page) {
        guard !page.document.links.isEmpty else { return }
        for index in page.document.nodes.indices {
            let node = page.document.nodes[index]
            guard node.kind == .link || node.kind == .image else { continue }
            let place = SourceLocation(file: page.file, offset: Int(node.source), length: Int(node.length))
            let link = page.document.links[Int(node.start)]
            if node.kind == .image {
                diagnostics.append(
                    .error(
                        .imageUnsupported, at: place, "les images ne sont pas encore publiées",
                        advice: "retirez l’image « \(link.destination) »"))
                continue
            }
            if let route = resolved(link.destination, in: page, at: place) {
                page.document.links[Int(node.start)].destination = route
                page.document.links[Int(node.start)].isInternal = true
            }
        }
    }

    /// The route of an internal link; `nil` for an address that stays as written, and for a broken one.
    private mutating func resolved(_ destination: String, in page: Page, at place: SourceLocation) -> String? {
        if let scheme = Self.scheme(of: destination) {
            if !["http", "https", "mailto", "tel"].contains(scheme) {
                diagnostics.append(
                    .error(
                        .linkBroken, at: place, "les liens « \(scheme): » ne sont pas permis",
                        advice: "liez une page par son fichier .md, ou une adresse en https://"))
            }
            return nil
        }
        let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
        let path = String(destination[..<(hash ?? destination.endIndex)])
        let anchor = hash.map { String(destination[destination.utf8.index(after: $0)...]) }
        if path.isEmpty {
            checkAnchor(anchor, of: page.id, at: place)
            return nil
        }
        guard path.hasSuffix(".md") else {
            diagnostics.append(
                .error(
                    .linkBroken, at: place, "le lien « \(destination) » ne mène à aucun fichier .md",
                    advice: "écrivez le chemin du fichier, comme « ../elus/menaces.md »"))
            return nil
        }
        let target = Self.join(path, from: page.file, root: root)
        guard let route = routes[target] else {
            reportBroken(path, target: target, at: place)
            return nil
        }
        checkAnchor(anchor, of: target, at: place)
        return route.path + (anchor.map { "#\($0)" } ?? "")
    }

    private mutating func reportBroken(_ path: String, target: Page.ID, at place: SourceLocation) {
        if unread.contains(target) { return }
        if unpublished.contains(target) {
            diagnostics.append(
                .error(
                    .linkBroken, at: place, "le lien « \(path) » mène à une page qui n’est pas publiée aujourd’hui",
                    advice: "publiez « \(target) », ou retirez le lien"))
            return
        }
        let closest = Suggestion.closest(to: target, in: routes.keys.sorted()) ?? sameName(as: target)
        diagnostics.append(
            .error(
                .linkBroken, at: place, "le fichier « \(target) » n’existe pas",
                advice: closest.map { "vouliez-vous dire « \($0) » ?" } ?? "corrigez le chemin du lien"))
    }

    /// A file of the same name in another folder.
    private func sameName(as target: Page.ID) -> Page.ID? {
        guard let name = target.split(separator: "/").last else { return nil }
        return routes.keys.sorted().first { $0.hasSuffix("/\(name)") }
    }

    private mutating func checkAnchor(_ anchor: String?, of target: Page.ID, at place: SourceLocation) {
        guard let anchor, let document = documents[target] else { return }
        let known =
            anchors[target]
            ?? Set(document.nodes.lazy.filter { $0.kind == .heading }.map { document.string(of: $0) })
        anchors[target] = known
        guard !known.contains(anchor) else { return }
        let closest = Suggestion.closest(to: anchor, in: known.sorted())
        diagnostics.append(
            .error(
                .anchorBroken, at: place, "« \(target) » n’a pas de titre « #\(anchor) »",
                advice: closest.map { "vouliez-vous dire « #\($0) » ?" }
                    ?? "titres de cette page : \(known.sorted().map { "#\($0)" }.joined(separator: ", "))"))
    }

    /// Letters before the first colon, unless a slash, `#` or `?` comes first (RFC 3986, 3.1).
    private static func scheme(of address: String) -> String? {
        for (position, byte) in zip(address.utf8.indices, address.utf8) {
            switch byte {
            case UInt8(ascii: ":"): return address[..<position].lowercased()
            case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"):
                return address.hasPrefix("//") ? "//" : nil
            default: continue
            }
        }
        return nil
    }

    /// `../elus/menaces.md` from `content/guides/cyber/x.md` → `content/guides/elus/menaces.md`; a path that
    /// starts with `/` is taken from the content's root.
    static func join(_ path: String, from file: String, root: String) -> String {
        var folder = path.hasPrefix("/") ? root[...] : parent(of: file[...])
        var rest = path.hasPrefix("/") ? path.dropFirst() : path[...]
        while true {
            if rest.hasPrefix("../") {
                folder = parent(of: folder)
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("./") {
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        return folder.isEmpty ? String(rest) : "\(folder)/\(rest)"
    }

    private static func parent(of path: Substring) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }
}
