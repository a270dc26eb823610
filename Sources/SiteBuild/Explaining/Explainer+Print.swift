import BulletinRendering
import French
import Publishing
import SiteModel

/// What is printed of a text, and what makes a PDF the one that is in the cache.
extension Explainer {
    /// The prints that carry a text.
    func prints(of page: Page) -> [String] {
        var lines = PrintedSheet.asked(by: page.frontMatter.print).compactMap { Route.sheet($0, of: page) }.map { "imprimé : \($0)" }
        if page.hasCommuneSheets { lines.append("imprimé : une affiche pour chaque commune") }
        for edition in site.editions {
            guard let place = edition.featured.firstIndex(of: page.file) else { continue }
            let section: Edition.Section = place == 0 ? .phenomenon : place == 1 ? .guide : .others
            guard edition.has(section) else { continue }
            let role = place == 0 ? "sujet du mois" : place == 1 ? "second guide" : "par son titre"
            lines.append("imprimé : bulletin \(edition.id), \(role)")
        }
        return lines
    }

    /// Of a PDF, or of the page that says the same: how it was fitted, and what its key is made of.
    func printLines(for subject: String) async throws -> [String] {
        let path = route(of: subject)
        let commune = commune(of: path)
        let twin = commune.flatMap { commune in
            site.editions.first { Route.bulletin($0.id, of: commune).path == path }.map { Route.bulletinPDF($0.id, of: commune) }
        }
        let route = twin ?? Route(path)
        guard route.path.hasSuffix(".pdf") else { return [] }
        let orders = try await PrintOrders(site: site, documents: nil, workers: options.workers)
            .orders(for: commune.map { [$0] } ?? [], isWhole: commune == nil)
        guard let order = orders.first(where: { $0.route == route }) else { return [] }
        guard let engine = try await BulletinPress.engine(for: options).engine else {
            return ["clé du cache : inconnue, il manque à cette machine de quoi imprimer (« make site »)"]
        }
        let press = try BulletinPress(
            engine: engine, cacheFolder: OutputFolder.cacheFolder(beside: options.output), content: options.content, workers: 1)
        let key = press.key(of: order)
        var lines = ["clé du cache : \(key.digest)", "qui change avec chacune de ces parties :"] + key.parts.map { "    \(Self.short($0.digest))  \($0.name)" }
        if let frozen = site.editions.first(where: { order.job.id.contains($0.id) && $0.frozen != nil })?.frozen {
            lines.append("figé : \(FrenchText.date(frozen.date)), dans \(frozen.file)")
        }
        guard let result = key.result else {
            return lines + ["PDF : pas encore composé tel que les textes et les données sont maintenant"]
        }
        lines.append("PDF : dans le cache, \(FrenchText.count(result.pages, "page", "pages")), \(FrenchText.number(result.bytes)) octets")
        let omitted = result.omitted.compactMap { Omission($0)?.words }
        return lines + ["abrégé ou laissé de côté, faute de place : \(omitted.isEmpty ? "rien" : FrenchText.list(omitted))"]
    }

    private static func short(_ digest: Digest) -> String { String(digest.description.prefix(16)) }
}

extension BulletinPress {
    /// Under which a PDF is kept, and the parts that are hashed for it, in their order.
    struct Key {
        let digest: Digest
        let parts: [(name: String, digest: Digest)]
        /// What typesetting it gave; `nil` where it is not in the cache.
        let result: PrintResult?
    }
}
