import Diagnostics

/// What became of a site that was published.
public struct Publication: Sendable, Hashable {
    public let manifest: BuildManifest
    /// Number of files that are new or differ from those published before.
    public let changedFiles: Int
    public let unchangedFiles: Int
    /// `false` if the published site was this one already, file for file: nothing was touched.
    public let isNewSite: Bool
    /// Warnings only.
    public let diagnostics: [Diagnostic]
}
