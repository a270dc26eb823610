import BulletinRendering
import SiteModel

/// A PDF to be had: where it is published, and the job that makes it.
struct PrintOrder: Sendable {
    let route: Route
    let job: PrintJob
}

/// All that a site prints: each kind of document asks its composer.
struct PrintOrders: Sendable {
    let site: Site
    /// Jobs composed at once.
    let workers: Int

    /// In an order that never changes: by edition, then by commune.
    func orders(for communes: [Commune]) async throws -> [PrintOrder] {
        var orders: [PrintOrder] = []
        for edition in site.editions {
            let composer = BulletinComposer(edition: edition, site: site)
            orders += try await Parallel.map(communes, workers: workers, chunk: 16) { communes in
                communes.map { PrintOrder(route: .bulletinPDF(edition.id, of: $0), job: composer.job(for: $0)) }
            }
        }
        return orders
    }
}
