import Files
import Publishing
import SiteModel

/// Where the sizes of images are kept between builds: `.crieur-cache/images/`.
enum ImageCache {
    /// Changes with what is made of an image: its quality, what is taken out of it.
    private static let version = "crieur-image 1"

    static func folder(beside output: String) -> String { "\(OutputFolder.cacheFolder(beside: output))/images" }

    static func open(_ folder: String) throws(DiskError) -> FileCache {
        try FileCache(folder: folder, suffix: ".image")
    }

    /// Under which the measure of a file with this digest is kept.
    static func measureKey(_ digest: Digest) -> Digest { key(digest.description, "measure") }

    static func key(_ image: SiteImage, _ variant: SiteImage.Variant) -> Digest {
        key(image.digest, "\(variant.width)x\(variant.height).\(variant.format.rawValue)")
    }

    private static func key(_ digest: String, _ what: String) -> Digest {
        var hasher = Digest.Hasher()
        hasher.combine(version)
        hasher.combine(digest)
        hasher.combine(what)
        return hasher.finalize()
    }
}
