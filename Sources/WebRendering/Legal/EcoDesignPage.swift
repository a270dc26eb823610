import French
import SiteModel
import Templates

/// How heavy this very build is: three of its pages are rendered once more and measured, whatever the number of pages.
extension WebRenderer {
    func ecoDesign() -> Object {
        let samples = measuredPages.map { page, title in (page: page, title: title, weight: weight(of: page)) }
        let sizes = sharedSizes
        // What the first visit of any of these pages brings is then kept by the browser.
        var shared: [String] = []
        for sample in samples { shared += sample.weight.files.filter { !shared.contains($0) } }
        let sharedBytes = shared.compactMap { sizes[$0] }.reduce(0, +)
        return [
            "pages": .list(
                samples.map { sample in
                    let files = sample.weight.files
                    let first = sample.weight.html + files.compactMap { sizes[$0] }.reduce(0, +)
                    return [
                        "title": .text(sample.title), "href": .text(parts.addresses.href(sample.page.route)),
                        "html": .text(Wording.size(sample.weight.html)), "first": .text(Wording.size(first)),
                        "requests": .text(FrenchText.number(1 + files.count)),
                    ]
                }),
            "files": .list(
                shared.map { address in
                    [
                        "name": .text(Self.fileName(address)),
                        "size": .text(sizes[address].map(Wording.size)),
                    ]
                }),
            "sharedSize": .text(Wording.size(sharedBytes)),
            "pageCount": .text(FrenchText.count(pages.count, "page", "pages")),
        ]
    }

    func weight(of page: WebPage) -> PageWeight {
        var bytes: [UInt8] = []
        // Its faults are told where the page itself is rendered.
        _ = render(page, into: &bytes)
        return PageWeight(of: bytes)
    }

    /// The home page, the commune in the middle of the list, the first guide that may be named.
    private var measuredPages: [(page: WebPage, title: String)] {
        var found: [(page: WebPage, title: String)] = []
        func add(_ kind: WebPage.Kind, index: Int, _ title: String) {
            guard let page = pages.first(where: { $0.kind == kind && $0.index == index }) else { return }
            found.append((page, title))
        }
        add(.home, index: 0, "L’accueil")
        if !site.communes.isEmpty {
            let middle = site.communes.count / 2
            add(.commune, index: middle, "La page \(FrenchText.of(site.communes[middle]))")
        }
        if let guide = site.guides.firstIndex(where: { !$0.leavesFewTraces }) {
            add(.guide, index: guide, "Le guide «\u{A0}\(site.guides[guide].frontMatter.title)\u{A0}»")
        }
        return found
    }

    /// Bytes of what pages share, by address.
    private var sharedSizes: [String: Int] {
        let assets = parts.assets.assets.map { ($0.route, $0.bytes.count) } + [(.webManifest, manifest().count)]
        return Dictionary(
            assets.map { (parts.addresses.href($0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// `style.css` of `/assets/style.1f2e3d4c.css`.
    private static func fileName(_ address: String) -> String {
        let name = address.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".")
        return parts.count == 3 ? "\(parts[0]).\(parts[2])" : String(name)
    }
}
