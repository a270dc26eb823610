import Diagnostics
import Publishing
import SiteModel
import WebRendering

/// Renders all pages at once and hands each to the staging; what is rendered is not kept.
struct PageWriter: Sendable {
    let renderer: WebRenderer
    let workers: Int
    let progress: ProgressReport

    /// `staging`: `nil` renders for the faults alone.
    func write(_ pages: [WebPage], to staging: Staging?) async throws -> [Diagnostic] {
        let counter = Counter()
        let total = pages.count
        let faults = renderer.diagnostics + (try await Parallel.map(pages, workers: workers) { pages in
            var faults: [Diagnostic] = []
            var buffer: [UInt8] = []
            buffer.reserveCapacity(32_768)
            for page in pages {
                buffer.removeAll(keepingCapacity: true)
                faults += renderer.render(page, into: &buffer)
                try staging?.write(page.route.outputFile, buffer)
            }
            progress(.rendering(done: counter.increment(by: pages.count), of: total))
            return Array(Set(faults))
        })
        return faults.oncePerPlace()
    }
}
