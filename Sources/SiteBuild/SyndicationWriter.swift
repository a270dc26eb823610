import Publishing
import SiteModel
import Syndication
import WebRendering

/// Writes what programs read: sitemap, `robots.txt`, `security.txt`, the list of communes, feeds of alerts.
struct SyndicationWriter: Sendable {
    let site: Site
    let renderer: WebRenderer
    let workers: Int

    /// `communes`: those whose own files are written.
    func write(_ communes: [Commune], to staging: Staging) async throws {
        for sitemap in CrawlerFiles.sitemaps(renderer.listed, settings: site.settings) {
            try staging.write(sitemap.route.outputFile, sitemap.bytes)
        }
        try staging.write("robots.txt", CrawlerFiles.robots(site))
        let list = renderer.communeList()
        try staging.write(list.route.outputFile, list.bytes)
        if let security = SecurityText.file(site) { try staging.write(SecurityText.route.outputFile, security) }
        let feeds = AlertFeeds(site)
        let all = feeds.departement()
        try staging.write(all.route.outputFile, all.bytes)
        guard renderer.offers.hasCommuneFeeds else { return }
        let _: [Void] = try await Parallel.map(communes, workers: workers) { communes in
            for commune in communes {
                let feed = feeds.commune(commune)
                try staging.write(feed.route.outputFile, feed.bytes)
            }
            return []
        }
    }
}
