import BulletinRendering
import Diagnostics
import French
import SiteModel

/// Warns where a template is no longer what a frozen edition was printed with.
enum FrozenTemplates {
    static func changes(_ site: Site, _ engine: PrintEngine) -> [Diagnostic] {
        let frozen = site.editions.filter { $0.frozen != nil }
        guard !frozen.isEmpty else { return [] }
        let digests = FrozenFile.digests(of: engine)
        return frozen.flatMap { changes(of: $0, digests, folder: engine.templates.folder) }
    }

    private static func changes(of edition: Edition, _ digests: [String: String], folder: String) -> [Diagnostic] {
        let check = DiagnosticID.frozenTemplate.rawValue
        guard let frozen = edition.frozen, !edition.page.frontMatter.allow.contains(where: { $0.check == check }) else {
            return []
        }
        let paths = Set(digests.keys).union(frozen.templates.keys).sorted()
        return paths.filter { digests[$0] != frozen.templates[$0] }.map { path in
            .warning(
                .frozenTemplate, at: SourceLocation(file: "\(folder)/\(path)"),
                "ce gabarit a changé depuis que l’édition « \(edition.id) » est figée, le \(FrenchText.date(frozen.date))",
                advice: "ses bulletins ne sont plus tout à fait ceux qui ont été imprimés : reprenez le gabarit d’alors, ou écrivez "
                    + "« allow: [{check: \(check), reason: …}] » dans « \(edition.page.file) »")
        }
    }
}
