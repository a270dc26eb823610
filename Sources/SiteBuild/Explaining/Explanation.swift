import Diagnostics
import SiteModel
import WebRendering

/// Where a published page or a content file comes from and goes to, in French: for `crieur explain`.
public struct Explanation: Sendable {
    /// Lines of text, `nil` when nothing has this name.
    public let text: String?
    public let diagnostics: [Diagnostic]

    /// `subject`: a route (`/communes/74010-annecy/`), an address of the site or a file (`content/facts.yml`).
    public static func explain(_ subject: String, _ options: BuildOptions) async throws -> Explanation {
        let inputs = try await SiteInputs.read(options)
        let (templates, faults) = try WebTemplates.read("\(options.templates)/web")
        let diagnostics = inputs.diagnostics + faults
        guard let site = inputs.site, let templates else { return Explanation(text: nil, diagnostics: diagnostics) }
        let renderer = WebRenderer(site: site, templates: templates.library, assets: templates.assets)
        let explainer = Explainer(site: site, renderer: renderer, options: options)
        let lines = try await explainer.lines(for: subject) + explainer.printLines(for: subject)
        return Explanation(text: lines.isEmpty ? nil : lines.joined(separator: "\n"), diagnostics: diagnostics)
    }
}
