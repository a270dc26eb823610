import ContentChecks
import Diagnostics
import Files
import SiteModel
import WebRendering

/// What nothing leads to: texts and files beside the style sheet, which are published all the same, and images.
enum OrphanCheck {
    static func pages(_ renderer: WebRenderer, _ links: RenderedLinks, _ settings: SiteSettings) -> [Diagnostic] {
        let addresses = Addresses(settings)
        return renderer.pages.compactMap { page in
            guard page.kind.isWritten, !links.reached.contains(addresses.href(page.route)) else { return nil }
            return .warning(
                .pageOrphan, at: SourceLocation(file: page.source),
                "aucune page, aucun menu et aucune liste ne mène à « \(page.route) »",
                advice: "liez-la depuis un autre texte, ou gardez-la en brouillon (« draft: true »)")
        }
    }

    /// Images of the content that no text shows; those of drafts, and of what a reserve hides, are known by their names.
    static func images(_ site: Site, root: String) throws(DiskError) -> [Diagnostic] {
        let shown = Set(site.imageUses.map(\.file))
        let awaited = Set((site.unpublished + site.reserved.map(\.page)).flatMap { page in
            page.document.links.compactMap { $0.destination.split(separator: "/").last.map { String($0).replacing("%20", with: " ") } }
        })
        return try Files.tree(below: root).compactMap { path in
            let name = path.split(separator: "/").last ?? ""
            guard SiteImage.isNamed(String(name)), !shown.contains("\(root)/\(path)"), !awaited.contains(String(name)) else { return nil }
            return .warning(
                .imageUnused, at: SourceLocation(file: "\(root)/\(path)"), "aucun texte ne montre cette image",
                advice: "montrez-la dans un texte, ou retirez-la : elle n’est pas publiée")
        }
    }

    /// Images of texts that were written for paper: two pages have no room for them.
    static func unprintedImages(_ site: Site) -> [Diagnostic] {
        let printed = Set(site.editions.map(\.page.file) + site.communeNotes.values.map(\.file))
        return site.imageUses.filter { printed.contains($0.page) }.map { use in
            .warning(
                .imageUnprinted, at: SourceLocation(file: use.page, offset: use.offset, length: use.length),
                "cette image ne paraît ni dans les bulletins, ni dans leur page web",
                advice: "dites en une phrase ce qu’elle montre, ou placez-la dans un guide et menez-y par un lien")
        }
    }

    /// Named by templates of pages that not every site has.
    private static let ofSomePages: Set<String> = ["consultation.css", "encart.js", "reuse.css", "reuse.js"]

    /// - Parameter folder: of the web templates, as messages show it.
    static func assets(_ renderer: WebRenderer, _ templates: WebTemplates, _ links: RenderedLinks, folder: String) -> [Diagnostic] {
        let addresses = Addresses(renderer.settings)
        let paths = Set(links.inside.keys.compactMap(\.path))
        let texts = [renderer.manifest(), templates.serviceWorker ?? []] + templates.assets.assets.filter(\.isText).map(\.bytes)
        return templates.assets.assets.compactMap { asset in
            let published = asset.route.path.split(separator: "/").last.map { Array($0.utf8) } ?? []
            let isNamed = texts.contains { $0.firstRange(of: published) != nil }
            guard !paths.contains(addresses.href(asset.route)), !isNamed, !ofSomePages.contains(asset.name) else { return nil }
            return .warning(
                .assetUnused, at: SourceLocation(file: "\(folder)/assets/\(asset.name)"),
                "aucune page et aucune feuille de style n’emploie « \(asset.name) »",
                advice: "retirez ce fichier : il serait publié pour rien")
        }
    }
}

extension WebPage.Kind {
    /// Whether an editor wrote it, and expects it to be found.
    fileprivate var isWritten: Bool {
        switch self {
        case .guide, .page, .operation, .alert, .edition: true
        default: false
        }
    }
}

extension AssetTable.Asset {
    fileprivate var isText: Bool { name.hasSuffix(".css") || name.hasSuffix(".js") || name.hasSuffix(".svg") }
}
