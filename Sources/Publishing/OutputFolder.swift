import CShims
import Diagnostics
import Files
import Glibc

/// The folder that a site is published to, as it was found before the build: `public/`.
///
/// What is in it belongs to Crieur: each build replaces it whole, but for `.gitignore`.
public struct OutputFolder: Sendable, Hashable {
    /// As a person typed it, without a final `/`.
    public let path: String
    /// Whether it exists already.
    public let exists: Bool
    /// Whether it holds a site that Crieur published, rather than nothing.
    public let holdsSite: Bool

    let name: String
    /// Ends with `/`, or is empty for the present folder.
    let parent: String

    /// Where the PDF cache lies: `.crieur-cache` beside the output.
    public var cacheFolder: String { parent + ".crieur-cache" }

    /// The same for an output folder that need not exist.
    public static func cacheFolder(beside path: String) -> String { OutputPlace(path).parent + ".crieur-cache" }

    /// The manifest of the site that is there now; `nil` if there is none, or none of the present format.
    public func manifest() throws(DiskError) -> BuildManifest? {
        guard holdsSite else { return nil }
        let file = "\(path)/\(OutputPath.manifest)"
        return BuildManifest(decoding: try Descriptor(opening: file, O_NOFOLLOW).bytes(named: file))
    }

    /// Checks, before anything is built, that a site can be published to this path, and removes what killed builds
    /// left beside it.
    ///
    /// The folder is `nil` when a diagnostic says why not: `outputForeign` for a folder that holds anything but
    /// `.gitignore` and has no manifest of ours; `outputNotSwappable` where the exchange of the old site with the
    /// new one would be refused; `outputBusy` when another build is at work. `outputLeftover` is only a warning.
    public static func open(
        _ path: String,
    ) throws(DiskError) -> (folder: OutputFolder?, diagnostics: [Diagnostic]) {
        let place = OutputPlace(path)
        if let fault = try place.fault() { return (nil, [fault]) }
        let parent = try Descriptor(opening: place.openableParent, O_DIRECTORY)
        let leftovers = try StagingLeftovers(of: place, in: parent)
        if leftovers.isBusy { return (nil, [place.busy()]) }
        if let fault = try place.exchangeFault(in: parent) { return (nil, [fault]) }
        let content = try place.content(in: parent)
        if case .foreign(let names) = content { return (nil, [place.foreign(names)]) }
        let folder = OutputFolder(
            path: place.path, exists: content != .missing, holdsSite: content == .site, name: place.name,
            parent: place.parent)
        return (folder, leftovers.diagnostics)
    }
}
