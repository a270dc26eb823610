public import Diagnostics
import SiteModel
public import Templates
import WebRendering

/// What names web templates are given, gathered by rendering a whole site.
public enum TemplateReference {
    /// - Returns: `nil`, with diagnostics, for a site that cannot be rendered.
    public static func read(_ options: BuildOptions) async throws -> (names: NameRecorder.Names?, diagnostics: [Diagnostic]) {
        let inputs = try await SiteInputs.read(options)
        let recorder = NameRecorder()
        let (templates, faults) = try WebTemplates.read("\(options.templates)/web", recorder: recorder)
        var diagnostics = inputs.diagnostics + faults
        guard let site = inputs.site, let templates, !diagnostics.hasErrors else { return (nil, diagnostics) }
        // What is said of a PDF has the same names whatever is printed on it.
        let orders = try await PrintOrders(site: site, documents: nil, workers: options.workers).orders(for: site.communes, isWhole: true)
        let printed = orders.map { ($0.route, PrintedDocument(pages: 2, bytes: 100_000, omitted: ["Alertes"])) }
        let renderer = WebRenderer(
            site: site, templates: templates.library, assets: templates.assets,
            printed: Dictionary(printed, uniquingKeysWith: { first, _ in first }))
        var page: [UInt8] = []
        for item in renderer.pages {
            page.removeAll(keepingCapacity: true)
            diagnostics += renderer.render(item, into: &page)
        }
        return (recorder.names, diagnostics)
    }
}
