import Diagnostics
import SiteModel

/// Links between pages, written as paths to `.md` files → routes; each file and each anchor checked. Images on the way.
struct LinkResolver {
    private let root: String
    private let unpublished: Set<Page.ID>
    /// Files that are there but could not be read, which has been told.
    private let unread: Set<Page.ID>
    /// Where links may lead.
    private var targets: [Page.ID: (route: Route, page: Page)] = [:]
    /// What a reserve keeps back: a link that leads there is no fault, and no link for the time being.
    private let reserve: ReservePolicy?
    private var diagnostics: [Diagnostic] = []
    private var images: ImageReferences

    private enum Target {
        case route(String)
        /// It stays as written.
        case written
        /// Words alone are left of the link.
        case none
    }

    init(site: Site, root: String, unpublished: Set<Page.ID>, unread: Set<Page.ID> = [], reserve: ReservePolicy? = nil) {
        self.reserve = reserve
        self.root = root
        self.unpublished = unpublished
        self.unread = unread
        images = ImageReferences(root: root)
        targets.reserveCapacity(site.guides.count + site.pages.count + site.alerts.count + site.editions.count)
        for page in site.guides { add(page) }
        for page in site.pages { add(page) }
        for alert in site.alerts { add(alert.page) }
        for item in site.archive { add(item.alert.page) }
        for edition in site.editions { add(edition.page) }
    }

    private mutating func add(_ page: Page) {
        if let route = Route.page(page) { targets[page.id] = (route, page) }
    }

    mutating func resolve(_ site: inout Site) -> [Diagnostic] {
        for index in site.guides.indices { resolve(&site.guides[index]) }
        for index in site.pages.indices { resolve(&site.pages[index]) }
        for index in site.alerts.indices { resolve(&site.alerts[index].page) }
        for index in site.archive.indices { resolveArchived(&site.archive[index].alert.page, facts: site.facts) }
        for index in site.editions.indices { resolve(&site.editions[index].page) }
        for code in site.communeNotes.keys.sorted() {
            guard var note = site.communeNotes[code] else { continue }
            resolve(&note)
            site.communeNotes[code] = note
        }
        site.imageUses = images.uses
        return diagnostics + images.diagnostics
    }

    /// Nobody is to mend what is over: where something that it leads to or cites is there no longer, its text goes.
    private mutating func resolveArchived(_ page: inout Page, facts: [Fact.ID: Fact]) {
        let told = diagnostics.count
        let shown = images
        resolve(&page)
        let isWhole = diagnostics.count == told && images.diagnostics.count == shown.diagnostics.count
        guard !isWhole || page.citedFacts.contains(where: { facts[$0] == nil }) else { return }
        diagnostics.removeSubrange(told...)
        images = shown
        page = page.with(Document())
    }

    private mutating func resolve(_ page: inout Page) {
        guard !page.document.links.isEmpty else { return }
        var links = page.document.links
        var isChanged = false
        var plain: Set<Int> = []
        for (index, node) in page.document.nodes.enumerated() where node.kind == .link || node.kind == .image {
            let place = SourceLocation(file: page.file, offset: Int(node.source), length: Int(node.length))
            let link = links[Int(node.start)]
            let destination = link.destination
            if node.kind == .image {
                let alternative = page.document.plainText(of: index)
                if let file = images.resolve(destination, alternative: alternative, in: page, at: place) {
                    links[Int(node.start)].destination = file
                    isChanged = true
                }
                continue
            }
            let address =
                link.place == 0
                ? place : SourceLocation(file: page.file, offset: Int(link.place), length: destination.utf8.count)
            switch resolved(destination, in: page, at: address) {
            case .route(let route):
                links[Int(node.start)].destination = route
                links[Int(node.start)].isInternal = true
                isChanged = true
            case .none: plain.insert(index)
            case .written: break
            }
        }
        if isChanged { page = page.with(links) }
        if !plain.isEmpty { page = page.with(page.document.unlinking(plain)) }
    }

    /// Where an internal link leads; an address stays as written, and so does a broken link.
    /// - Parameter place: of the destination; of the whole link where it is not written as it is read.
    private mutating func resolved(_ destination: String, in page: Page, at place: SourceLocation) -> Target {
        if let scheme = Self.scheme(of: destination) {
            if let fault = Diagnostic.unreachable(destination, scheme: scheme, at: place) { diagnostics.append(fault) }
            return .written
        }
        let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
        let path = String(destination[..<(hash ?? destination.endIndex)])
        let anchor = hash.map { destination[destination.utf8.index(after: $0)...] }
        let isExact = place.length == destination.utf8.count
        let pathPlace = isExact ? place.part(0..<path.utf8.count) : place
        let anchorPlace = isExact ? place.part(path.utf8.count..<destination.utf8.count) : place
        if path.isEmpty { return leads(anchor, within: page, at: anchorPlace) ? .written : .none }
        guard path.utf8.suffix(3).elementsEqual(".md".utf8) else {
            diagnostics.append(
                .error(
                    .linkBroken, at: place, "le lien « \(destination) » ne mène à aucun fichier .md",
                    advice: "écrivez le chemin du fichier, comme « ../elus/menaces.md »"))
            return .written
        }
        let file = Self.join(path, from: page.file, root: root)
        if let reserve, reserve.hidden.contains(file) { return .none }
        guard let target = targets[file] else {
            reportBroken(path, in: page, target: file, at: pathPlace)
            return .written
        }
        let isThere = leads(anchor, within: target.page, at: anchorPlace)
        return .route(target.route.path + (isThere ? anchor.map { "#\($0)" } ?? "" : ""))
    }

    private mutating func reportBroken(_ path: String, in page: Page, target: Page.ID, at place: SourceLocation) {
        if unread.contains(target) { return }
        if unpublished.contains(target) {
            diagnostics.append(
                .error(
                    .linkBroken, at: place, "le lien « \(path) » mène à une page qui n’est pas publiée aujourd’hui",
                    advice: "publiez « \(target) », ou retirez le lien"))
            return
        }
        let closest = Suggestion.closest(to: target, in: targets.keys.sorted()) ?? sameName(as: target)
        diagnostics.append(
            .error(
                .linkBroken, at: place, "le fichier « \(target) » n’existe pas",
                advice: closest.map { "vouliez-vous dire « \(written($0, in: page, like: path)) » ?" } ?? "corrigez le chemin du lien"))
    }

    /// The path to type for a file: from the folder of the page, or from the content's root as the author's.
    private func written(_ target: Page.ID, in page: Page, like path: String) -> String {
        if path.hasPrefix("/"), target.hasPrefix("\(root)/") { return String(target.dropFirst(root.utf8.count)) }
        let folders = page.file.split(separator: "/").dropLast()
        let parts = target.split(separator: "/")
        let shared = zip(folders, parts.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: folders.count - shared) + parts.dropFirst(shared).joined(separator: "/")
    }

    /// A file of the same name in another folder.
    private func sameName(as target: Page.ID) -> Page.ID? {
        guard let name = target.split(separator: "/").last else { return nil }
        return targets.keys.sorted().first { $0.hasSuffix("/\(name)") }
    }

    /// `false` for the anchor of a part that is kept back; one that is nowhere is told.
    private mutating func leads(_ anchor: Substring?, within target: Page, at place: SourceLocation) -> Bool {
        guard let anchor, let known = target.document.identifiers(unlessOneIs: anchor) else { return true }
        if let reserve, reserve.shortened.contains(target.file) { return false }
        diagnostics.append(.anchorBroken(anchor, of: target, known: known, at: place))
        return true
    }

    /// Letters before the first colon, unless a slash, `#` or `?` comes first (RFC 3986, 3.1).
    static func scheme(of address: String) -> String? {
        var length = 0
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return address.prefix(utf8: length).lowercased()
            case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"):
                return address.hasPrefix("//") ? "//" : nil
            default: length += 1
            }
        }
        return nil
    }

    /// `../elus/menaces.md` from `content/guides/cyber/x.md` → `content/guides/elus/menaces.md`; a path that
    /// starts with `/` is taken from the content's root.
    static func join(_ path: String, from file: String, root: String) -> String {
        let slash = UInt8(ascii: "/")
        var rest = path.utf8[...]
        var folder: Substring.UTF8View
        if rest.first == slash {
            folder = root.utf8[...]
            rest = rest.dropFirst()
        } else {
            folder = parent(of: file.utf8[...])
        }
        while true {
            if rest.starts(with: "../".utf8) {
                folder = parent(of: folder)
                rest = rest.dropFirst(3)
            } else if rest.starts(with: "./".utf8) {
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        var joined = ""
        joined.reserveCapacity(folder.count + 1 + rest.count)
        if !folder.isEmpty {
            joined += Substring(folder)
            joined += "/"
        }
        joined += Substring(rest)
        return joined
    }

    private static func parent(of path: Substring.UTF8View) -> Substring.UTF8View {
        path.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? path[path.endIndex...]
    }
}

extension SourceLocation {
    fileprivate func part(_ bytes: Range<Int>) -> SourceLocation {
        SourceLocation(file: file, offset: offset.map { $0 + bytes.lowerBound }, length: max(1, bytes.count))
    }
}

extension String {
    fileprivate func prefix(utf8 length: Int) -> Substring { self[..<utf8.index(startIndex, offsetBy: length)] }
}

extension Document {
    /// The identifiers of all headings, sorted; `nil` if `anchor` is one of them.
    fileprivate func identifiers(unlessOneIs anchor: Substring) -> [String]? {
        for node in nodes where node.kind == .heading && Int(node.length) == anchor.utf8.count {
            if bytes(of: node).elementsEqual(anchor.utf8) { return nil }
        }
        return nodes.lazy.filter { $0.kind == .heading }.map { string(of: $0) }.sorted()
    }
}
