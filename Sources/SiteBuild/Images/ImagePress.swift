import BulletinRendering
import Diagnostics
import ExternalTools
import Files
import FoundationEssentials
import Images
import Publishing
import SiteModel

/// The sizes of a site's images: those in the cache are taken from it, the others made and put there.
struct ImagePress: Sendable {
    /// What pages and prints take.
    struct Made: Sendable {
        fileprivate(set) var files: [Route: FileCache.Entry] = [:]
        /// By their files, with what making them told.
        fileprivate(set) var images: [String: SiteImage] = [:]
        fileprivate var keys: [Digest] = []

        /// What templates read, by the names that jobs give: files of the cache.
        var printable: [String: String] {
            Dictionary(files.map { (PrintedImage.path(of: $0.key), $0.value.file) }, uniquingKeysWith: { first, _ in first })
        }

        func link(into staging: Staging) throws {
            for (route, entry) in files.sorted(by: { $0.key < $1.key }) {
                try staging.link(entry.file, to: route.outputFile, sha256: entry.sha256)
            }
        }
    }

    private let cache: FileCache
    private let workers: Int

    /// `nil` for a site without images.
    static func open(for site: Site, _ options: BuildOptions) throws -> ImagePress? {
        guard !site.images.isEmpty else { return nil }
        // Its folder is within that of the PDFs.
        _ = try FileCache(folder: OutputFolder.cacheFolder(beside: options.output))
        return ImagePress(cache: try ImageCache.open(ImageCache.folder(beside: options.output)), workers: options.workers)
    }

    /// Every size of every image. A tool that cannot work is a diagnostic.
    func make(_ site: Site) async throws -> (made: Made?, diagnostics: [Diagnostic]) {
        let folder = try cache.makeWorkFolder()
        defer { try? cache.removeWorkFolder(folder) }
        do {
            let results = try await Bounded.map(site.images.values.sorted { $0.file < $1.file }, workers: workers) { image in
                try await make(image, in: folder)
            }
            var made = Made()
            for result in results {
                made.files.merge(result.files) { first, _ in first }
                made.keys += result.keys
                made.images[result.image.file] = result.image
            }
            return (made, [])
        } catch let failure as ToolFailure {
            return (nil, [failure.diagnostic])
        }
    }

    func cleanUp(after made: Made?) throws {
        if let made { try cache.removeUnused(keeping: made.keys) }
    }

    private struct Result: Sendable {
        var image: SiteImage
        var files: [Route: FileCache.Entry] = [:]
        var keys: [Digest] = []
    }

    private func make(_ image: SiteImage, in folder: String) async throws -> Result {
        var result = Result(image: image)
        for variant in image.sizes + image.lightSizes {
            let key = ImageCache.key(image, variant)
            result.keys.append(key)
            if let entry = cache.lookup(key) {
                result.files[image.route(variant)] = entry
                continue
            }
            let copy = "\(folder)/\(key).\(variant.format.rawValue)"
            try await ImageTools.resize(image.file, to: variant, copy: Self.absolute(copy))
            result.files[image.route(variant)] = try cache.store(key, moving: copy, record: [])
        }
        try keepMeasure(of: image, in: folder, &result)
        let weight = { (variants: [SiteImage.Variant]) in variants.reduce(0) { $0 + (result.files[image.route($1)]?.size ?? 0) } }
        if weight(image.lightSizes) >= weight(image.sizes) {
            for variant in image.lightSizes { result.files[image.route(variant)] = nil }
            result.image.isLighterAsWebP = false
        }
        return result
    }

    private func keepMeasure(of image: SiteImage, in folder: String, _ result: inout Result) throws {
        guard let digest = Digest(hex: image.digest[...]) else { return }
        let key = ImageCache.measureKey(digest)
        result.keys.append(key)
        guard cache.lookup(key) == nil else { return }
        let measure = ImageTools.Measure(width: image.width, height: image.height, isPhotograph: image.format == .jpeg)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let record = try encoder.encode(measure)
        let file = "\(folder)/\(key)"
        try record.write(to: URL(filePath: file))
        _ = try cache.store(key, moving: file, record: Array(record))
    }

    /// `vipsthumbnail` takes other names from the folder of its input.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}

extension Site {
    /// With what making its images told of them.
    func showing(_ made: ImagePress.Made?) -> Site {
        guard let made else { return self }
        var site = self
        site.images = made.images
        return site
    }
}
