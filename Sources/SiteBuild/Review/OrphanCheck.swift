import ContentChecks
import Diagnostics
import SiteModel
import WebRendering

/// What is published and that nothing leads to: texts, and files beside the style sheet.
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

    /// - Parameter folder: of the web templates, as messages show it.
    static func assets(_ renderer: WebRenderer, _ templates: WebTemplates, _ links: RenderedLinks, folder: String) -> [Diagnostic] {
        let addresses = Addresses(renderer.settings)
        let paths = Set(links.inside.keys.compactMap(\.path))
        let texts = [renderer.manifest(), templates.serviceWorker ?? []] + templates.assets.assets.filter(\.isText).map(\.bytes)
        return templates.assets.assets.compactMap { asset in
            let published = asset.route.path.split(separator: "/").last.map { Array($0.utf8) } ?? []
            let isNamed = texts.contains { $0.firstRange(of: published) != nil }
            guard !paths.contains(addresses.href(asset.route)), !isNamed else { return nil }
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
