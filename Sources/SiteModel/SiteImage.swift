/// An image that texts show, and the sizes in which it is published.
public struct SiteImage: Sendable, Hashable {
    public enum Format: String, Sendable, Hashable {
        case jpeg = "jpg", png, webp
    }

    public struct Variant: Sendable, Hashable {
        /// In pixels.
        public let width: Int
        public let height: Int
        public let format: Format
    }

    /// `content/guides/elus/images/carte.png`.
    public let file: String
    /// SHA-256 of the file, in hexadecimal digits.
    public let digest: String
    /// In pixels, as it is shown: upright.
    public let width: Int
    public let height: Int
    /// What browsers without WebP, and paper, get.
    public let format: Format
    /// Whether a page that is to leave few traces shows it: its address tells it from the others, which are kept a year.
    public let leavesFewTraces: Bool

    /// Known once both are made.
    public var isLighterAsWebP = true

    public init(file: String, digest: String, width: Int, height: Int, format: Format, leavesFewTraces: Bool) {
        self.file = file
        self.digest = digest
        self.width = width
        self.height = height
        self.format = format
        self.leavesFewTraces = leavesFewTraces
    }

    /// Whether a file's name ends as those of images do that can be published.
    public static func isNamed(_ path: String) -> Bool {
        guard let dot = path.lastIndex(of: ".") else { return false }
        return ["jpg", "jpeg", "png", "webp", "heic", "heif"].contains(path[path.index(after: dot)...].lowercased())
    }

    /// A phone, a column of text, the same on a fine screen and 210 dots an inch across a sheet's column.
    private static let widths = [480, 960, 1440]

    /// In the format of the fallback, the smallest first; never larger than the image itself.
    public var sizes: [Variant] { sizes(in: format) }

    /// The same as WebP; none where it is not lighter, as for many drawings.
    public var lightSizes: [Variant] { isLighterAsWebP ? sizes(in: .webp) : [] }

    public var largest: Variant { sizes.last ?? Variant(width: width, height: height, format: format) }

    private func sizes(in format: Format) -> [Variant] {
        let widths = Self.widths.filter { $0 < width } + (width <= 1440 ? [width] : [])
        return widths.map { own in
            Variant(width: own, height: max(1, (height * own + width / 2) / width), format: format)
        }
    }

    /// Its name changes with its content.
    public func route(_ variant: Variant) -> Route {
        let folder = leavesFewTraces ? "\(Route.sensitiveImages.path)" : "\(Route.images.path)"
        return Route("\(folder)\(name)-\(digest.prefix(10))-\(variant.width).\(variant.format.rawValue)")
    }

    private var name: String {
        let last = file.split(separator: "/").last ?? ""
        let slug = Slug.make(String(last.split(separator: ".").first ?? ""))
        return slug.isEmpty ? "image" : String(slug.prefix(60))
    }
}

/// Where a text shows an image.
public struct ImageUse: Sendable, Hashable {
    /// `content/guides/elus/images/carte.png`.
    public let file: String
    /// The page that shows it.
    public let page: Page.ID
    /// Place in that page's file, in bytes.
    public let offset: Int
    public let length: Int
    public let leavesFewTraces: Bool

    public init(file: String, page: Page.ID, offset: Int, length: Int, leavesFewTraces: Bool) {
        self.file = file
        self.page = page
        self.offset = offset
        self.length = length
        self.leavesFewTraces = leavesFewTraces
    }
}
