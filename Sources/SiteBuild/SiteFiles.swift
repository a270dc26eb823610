import Publishing
import SiteModel
import Syndication
import WebRendering

/// A file that is made when it is asked for.
struct SiteFile: Sendable {
    /// Below the output folder.
    let path: String
    /// `nil` where the site has nothing to say in it.
    let make: @Sendable () -> [UInt8]?

    init(_ route: Route, _ make: @escaping @Sendable () -> [UInt8]?) {
        path = route.outputFile
        self.make = make
    }
}

/// What a site publishes besides its pages, its PDFs and the index of its search: assets, and what programs read.
struct SiteFiles: Sendable {
    let site: Site
    let renderer: WebRenderer
    let templates: WebTemplates

    /// `communes`: those whose own files are among them.
    func all(of communes: [Commune]) -> [SiteFile] {
        var files = templates.assets.assets.map { asset in SiteFile(asset.route) { asset.bytes } }
        files += CrawlerFiles.sitemaps(renderer.listed, settings: site.settings).map { sitemap in
            SiteFile(sitemap.route) { sitemap.bytes }
        }
        let feeds = AlertFeeds(site)
        files += [
            SiteFile(.robots) { CrawlerFiles.robots(site) },
            SiteFile(SecurityText.route) { SecurityText.file(site) },
            SiteFile(.communeList) { renderer.communeList().bytes },
            SiteFile(.webManifest) { renderer.manifest() },
            SiteFile(AlertFeeds.route) { feeds.departement().bytes },
        ]
        for commune in communes {
            let page = Route.commune(commune)
            files.append(SiteFile(.communeData(beside: page)) { renderer.communeData(of: commune) })
            files.append(SiteFile(.code(beside: page)) { renderer.code(of: commune) })
            if renderer.offers.hasCommuneFeeds {
                files.append(SiteFile(AlertFeeds.route(beside: page)) { feeds.commune(commune).bytes })
            }
        }
        return files
    }

    func write(of communes: [Commune], to staging: Staging, workers: Int) async throws {
        let _: [Void] = try await Parallel.map(all(of: communes), workers: workers) { files in
            for file in files {
                if let bytes = file.make() { try staging.write(file.path, bytes) }
            }
            return []
        }
    }
}
