import Files
import Publishing

/// The site that a report compares with, read before the build takes its place.
struct FormerSite {
    let manifest: BuildManifest
    /// Of pages without the day of their information, where their files are beside the manifest.
    private let undated: [String: Digest]

    /// - Parameter path: of a `build-manifest.json`.
    init(_ path: String) throws {
        manifest = try FormerManifest.read(path)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        var undated: [String: Digest] = [:]
        for file in manifest.files where file.path.hasSuffix(".html") {
            undated[file.path] = Self.undatedDigest(of: folder + file.path)
        }
        self.undated = undated
    }

    /// Whether a page of the new site in `folder` differs by its day alone.
    func differsByDayAlone(_ path: String, in folder: String) -> Bool {
        guard let former = undated[path] else { return false }
        return former == Self.undatedDigest(of: "\(folder)/\(path)")
    }

    /// Of a page without the paragraph that says of which day its information is; `nil` where it is not there.
    private static func undatedDigest(of file: String) -> Digest? {
        guard let html = try? Files.read(file) else { return nil }
        guard let start = html.firstRange(of: Array("<p class=\"built\"".utf8))?.lowerBound,
            let end = html[start...].firstRange(of: Array("</p>".utf8))?.upperBound
        else { return Digest(of: html) }
        return Digest(of: Array(html[..<start] + html[end...]))
    }
}
