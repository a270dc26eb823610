public import Diagnostics
public import SiteModel

/// The assembled site, for commands that write texts from it and publish nothing.
public enum SiteText {
    /// - Returns: no site where a fault stops the work; what is wrong, unjudged.
    public static func read(_ options: BuildOptions) async throws -> (site: Site?, diagnostics: [Diagnostic]) {
        let inputs = try await SiteInputs.read(options)
        return (inputs.diagnostics.contains { $0.severity == .error } ? nil : inputs.site, inputs.diagnostics)
    }
}
